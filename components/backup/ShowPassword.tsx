/** Whether passwords are to be seen. */
export function ShowPassword(props: { label: string; isShown: boolean; onShow(isShown: boolean): void }) {
  return (
    <label className="check">
      <input
        type="checkbox"
        checked={props.isShown}
        onChange={({ target }) => props.onShow(target.checked)}
      />
      <span>{props.label}</span>
    </label>
  );
}
