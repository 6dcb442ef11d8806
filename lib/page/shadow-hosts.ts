import { Bookmark } from './bookmark';

/** The names that HTML and SVG know, the most frequent first, for a selector is tried from the left. */
const plain =
  'td,div,span,tr,a,p,li,option,button,th,label,i,b,path,svg,g,use,img,br,strong,em,small,h1,h2,h3,h4,h5,h6,' +
  'ul,ol,dl,dt,dd,tbody,thead,tfoot,table,caption,colgroup,col,select,optgroup,textarea,fieldset,legend,form,datalist,' +
  'output,progress,meter,section,article,aside,header,footer,main,nav,figure,figcaption,blockquote,pre,code,hr,u,s,sub,' +
  'sup,mark,del,ins,abbr,bdi,bdo,cite,dfn,kbd,q,samp,var,wbr,time,data,ruby,rt,rp,address,hgroup,search,menu,details,' +
  'summary,slot,template,font,center,script,noscript,style,link,meta,title,base,head,body,html,object,embed,' +
  'param,video,audio,source,track,canvas,map,area,picture,frameset,noframes,circle,rect,line,polyline,' +
  'polygon,ellipse,text,tspan,defs,desc,symbol,mask,pattern,filter,stop,image,marker';

/** Selects custom elements, frames, dialogs and inputs. */
export const notPlain = `:not(${plain})`;

/**
 * Selects plain elements that may be shadow hosts (DOM, „attach a shadow root”, step 3) and hold nothing beside their
 * shadow. No selector tells a shadow root itself, and to ask every element costs as much as to read all texts; plain
 * hosts that hold slotted content are looked for once the page has been told of (`hostsIn`).
 */
export const emptyHosts =
  ':empty:is(div,span,section,article,main,aside,header,footer,nav,p,body,blockquote)';

/** Asks every element. Pauses where the caller likes. */
export function* hostsIn(
  top: Element | Document | ShadowRoot,
  document: Document,
): Generator<Element | null> {
  const walker = document.createTreeWalker(top, 1);
  const bookmark = new Bookmark(walker);
  let left = stride;
  for (let node = walker.nextNode() as Element | null; node; node = walker.nextNode() as Element | null) {
    if (node.shadowRoot) yield node;
    left -= 1;
    if (left > 0) continue;
    left = stride;
    bookmark.put(node);
    yield null;
    if (!top.isConnected || !bookmark.find()) return;
  }
}

const stride = 512;
