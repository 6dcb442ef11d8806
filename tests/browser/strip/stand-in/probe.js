// Sees for a test what the page cannot: inside the closed root. Runs beside the built strip, in the same world.
const api = globalThis.browser ?? globalThis.chrome;
/** Two browsers, two names for the same. */
function openRoot(element) {
  if (!(element instanceof HTMLElement)) return null;
  return api.dom ? api.dom.openOrClosedShadowRoot(element) : element.openOrClosedShadowRoot;
}

const looks = {
  look() {
    const host = document.querySelector('obok-pasek');
    const root = host && openRoot(host);
    if (!root) return null;
    const region = root.querySelector('[role]');
    return {
      host: boxOf(host),
      parent: host.parentElement.localName,
      isShown: getComputedStyle(host).display !== 'none' && region !== null && region.childElementCount > 0,
      isOnTop: host.matches(':popover-open'),
      role: region?.getAttribute('role'),
      name: region?.getAttribute('aria-label'),
      language: region?.getAttribute('lang'),
      text: region?.textContent,
      overflows: root.querySelector('.card')?.scrollWidth > host.clientWidth,
      focused: nameOf(root.activeElement),
      outline: outlineOf(root.activeElement),
      buttons: [...root.querySelectorAll('button')].map((button) => ({
        name: nameOf(button),
        ...boxOf(button),
      })),
    };
  },
  hosts: () => document.querySelectorAll('obok-pasek').length,
  /** A click made by a script inside the root, as another extension could make it. */
  forge(name) {
    const root = openRoot(document.querySelector('obok-pasek'));
    [...root.querySelectorAll('button')].find((button) => nameOf(button) === name).click();
    return null;
  },
  /** WCAG contrast of each text with the ground it stands on; axe cannot look into a closed root for it. */
  contrasts() {
    const root = openRoot(document.querySelector('obok-pasek'));
    const texts = [...root.querySelectorAll('*')].filter((element) =>
      [...element.childNodes].some(
        (node) =>
          node.nodeType === Node.TEXT_NODE && node.data.trim() !== '' && element.localName !== 'style',
      ),
    );
    return texts.map((element) => {
      let ground = element;
      while (channels(getComputedStyle(ground).backgroundColor)[3] === 0) ground = ground.parentElement;
      const [light, dark] = [getComputedStyle(element).color, getComputedStyle(ground).backgroundColor]
        .map(luminance)
        .sort((a, b) => b - a);
      return { text: element.textContent, ratio: (light + 0.05) / (dark + 0.05) };
    });
  },
  /**
   * axe on the strip itself, and on a copy of it in the body: of what stands outside the body, as the strip does, axe
   * knows no ground, and finds no contrast.
   */
  async axe() {
    await api.runtime.sendMessage({ ask: 'axe' });
    const host = document.querySelector('obok-pasek');
    const root = openRoot(host);
    const copy = document.createElement('div');
    const place = document.createElement('style');
    place.textContent = ':host { left: 12px !important; top: 12px !important; }';
    copy
      .attachShadow({ mode: 'open' })
      .append(...[...root.children].map((child) => child.cloneNode(true)), place);
    for (const moving of copy.shadowRoot.querySelectorAll('.card')) moving.style.animation = 'none';
    const inherited = Object.getOwnPropertyDescriptor(Element.prototype, 'shadowRoot');
    Object.defineProperty(Element.prototype, 'shadowRoot', {
      configurable: true,
      get() {
        return openRoot(this);
      },
    });
    try {
      const strip = await runAxe(host);
      document.body.append(copy);
      return { strip, copy: await runAxe(copy) };
    } finally {
      Object.defineProperty(Element.prototype, 'shadowRoot', inherited);
      copy.remove();
    }
  },
};

/** WCAG 2.2 AA with all it is built on, and what axe's authors hold to be good practice besides. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

async function runAxe(element) {
  const { violations, passes, incomplete } = await globalThis.axe.run(element, { runOnly: tags });
  const brief = ({ id, nodes }) => ({
    id,
    nodes: nodes.map(({ target, failureSummary }) => `${target.join(' ')}: ${failureSummary}`),
  });
  return {
    violations: violations.map(brief),
    incomplete: incomplete.map(brief),
    passes: passes.map(({ id }) => id),
  };
}

function channels(color) {
  const [red, green, blue, alpha = 1] = color.match(/[\d.]+/g).map(Number);
  return [red, green, blue, alpha];
}
function luminance(color) {
  const [red, green, blue] = channels(color)
    .slice(0, 3)
    .map((channel) => channel / 255)
    .map((share) => (share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
const nameOf = (button) => button && (button.getAttribute('aria-label') ?? button.textContent);
function outlineOf(element) {
  const { outlineStyle, outlineWidth } = element ? getComputedStyle(element) : { outlineStyle: 'none' };
  return outlineStyle === 'none' ? 0 : Number.parseFloat(outlineWidth);
}
function boxOf(element) {
  const { left, top, right, bottom, width, height } = element.getBoundingClientRect();
  return { left, top, right, bottom, width, height };
}

window.addEventListener('stand-in-ask', async (event) => {
  const { id, ask, data } = JSON.parse(event.detail);
  const answer = looks[ask] ? await looks[ask](data) : await api.runtime.sendMessage({ ask, model: data });
  window.dispatchEvent(
    new CustomEvent('stand-in-answer', { detail: JSON.stringify({ id, answer: answer ?? null }) }),
  );
});
