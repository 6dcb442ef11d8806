/** The elements of HTML that hold a page together; any other is a `div` in a skeleton. */
export const htmlNames = new Set(
  (
    'body,div,span,p,a,b,strong,i,em,small,u,bdi,font,br,h1,h2,h3,h4,h5,h6,ul,ol,li,dl,dt,dd,table,caption,thead,tbody,' +
    'tfoot,tr,th,td,form,fieldset,legend,label,input,select,option,textarea,button,nav,main,section,article,aside,header,' +
    'footer,figure,figcaption,details,summary,dialog,output'
  ).split(','),
);

/** Roles by which a reader knows a place. */
export const roles = new Set(
  'heading,button,link,tab,tablist,tabpanel,menu,menubar,menuitem,tree,treeitem,navigation,dialog,alertdialog,presentation,option,listbox'.split(
    ',',
  ),
);

/** Kinds of inputs that are read in a way of their own; any other is a text. */
export const inputTypes = new Set([
  'checkbox',
  'radio',
  'button',
  'submit',
  'reset',
  'image',
  'file',
  'password',
]);

/** Attributes of a skeleton, and what each may hold. */
export const attributeValues: Record<string, RegExp> = {
  role: new RegExp(`^(?:${[...roles].join('|')})$`),
  type: new RegExp(`^(?:${[...inputTypes].join('|')})$`),
  open: /^open$/,
  scope: /^row$/,
  contenteditable: /^true$/,
  'aria-current': /^true$/,
  'aria-level': /^[1-6]$/,
  for: /^[\w-]{1,120}$/,
  id: /^[\w-]{1,120}$/,
  class: /^[\w -]{1,200}$/,
  'aria-labelledby': /^[\w -]{1,200}$/,
  'aria-label': /^[^\p{C}]{1,200}$/u,
  title: /^[^\p{C}]{1,200}$/u,
  alt: /^[^\p{C}]{1,200}$/u,
  placeholder: /^[^\p{C}]{1,200}$/u,
  name: /^[^\p{C}]{1,200}$/u,
  value: /^[^\p{C}]{1,200}$/u,
};
export const isDataAttribute = (name: string) => /^data-[a-z-]{1,60}$/.test(name);
