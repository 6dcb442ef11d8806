/** What must be in no file: a name, a number, and a name as a program would write it. */
export const canaries = ['Kanarkowska', 'Zenobiusz', '90010112345', 'kanarek-7f'] as const;
const [surname, first, number, made] = canaries;
const name = `${first} ${surname}`;

const everyAttribute = [
  'href',
  'src',
  'srcset',
  'title',
  'alt',
  'value',
  'placeholder',
  'id',
  'class',
  'name',
  'for',
  'style',
  'lang',
  'role',
  'type',
  'aria-label',
  'aria-description',
  'aria-valuetext',
  'aria-labelledby',
  'aria-describedby',
  'aria-roledescription',
  'aria-current',
  'aria-level',
  'data-id',
  'data-pesel',
  'data-testid',
  'action',
  'formaction',
  'content',
  'cite',
  'datetime',
  'download',
  'ping',
  'poster',
  'summary',
  'abbr',
  'headers',
  'scope',
  'label',
  'pattern',
  'list',
  'form',
  'accesskey',
  'itemid',
  'about',
  'onclick',
  'slot',
  'part',
  'is',
  'open',
  'contenteditable',
  'wrap',
  'usemap',
  'background',
  'xmlns',
];

/** Pages with a person's data at every place where a page can hold some. */
export const hostilePages: Record<string, string> = {
  'every attribute of a button, a cell and a heading': [
    'button',
    'td',
    'h1',
    'dialog open',
    'input',
    'a',
    'label',
    'nav',
  ]
    .map(
      (tag) =>
        `<${tag} ${everyAttribute.map((one) => `${one}="${name} ${number} ${made}"`).join(' ')}>Zapisz</${tag.split(' ')[0]}>`,
    )
    .join(''),
  'title of the page': `<title>${name} - EZD PUW - ${number}</title><h1>Sprawa</h1>`,
  'title that is only a name': `<title>${name}</title>`,
  'a pseudo-label': `<p>Wnioskodawca: ${name}</p><b>PESEL: ${number}</b><td>Prowadzący: ${name}</td>`,
  'a pseudo-label in a heading': `<h1>Sprawa: ${name}</h1><h2>Koszulka: ${number} ${name}</h2>`,
  'a heading that is a name': `<h1>${name}</h1><div role="heading" aria-level="2">${surname}</div>`,
  'a heading that begins as one of a system': `<h1>Sprawa ${name}</h1><h2>Dekretacja${surname}</h2><h3>Karta interesanta – ${name}</h3>`,
  'a button with a name': `<button>${name}</button><a>Otwórz: ${name}</a><input type="button" value="${name}"><input type="submit" value="Wyślij do: ${surname}">`,
  'options of a choice': `<label for="o">Odbiorca</label><select id="o"><option>wybierz</option><option selected value="${number}">${name}</option><optgroup label="${surname}"><option>${first}</option></optgroup></select>`,
  'options of a data list': `<input list="l"><datalist id="l"><option value="${name}">${number}</option></datalist>`,
  'what was typed': `<input value="${name}"><input type="hidden" value="${number}"><textarea>${name}</textarea><input type="number" value="${number}"><input type="email" value="${made}@example.pl"><input type="checkbox" checked value="${name}">`,
  'what is written': `<div contenteditable>Szanowna Pani ${name}</div><div contenteditable="plaintext-only"><h1>${name}</h1></div>`,
  'a comment and an instruction': `<!-- ${name} ${number} --><h1>Sprawa<!--${surname}--></h1><?${made} ${name}?>`,
  'scripts, styles and templates': `<script>var p = '${name}'</script><style>.${made}::after{content:'${name}'}</style><template><h1>${name}</h1></template><noscript><h1>${name}</h1></noscript>`,
  'a data address': `<img src="data:text/plain,${name}"><a href="data:text/html,<h1>${name}</h1>">Otwórz</a><iframe src="data:text/html,${number}"></iframe>`,
  'a picture': `<svg><title>${name}</title><text>${name}</text></svg><picture><img alt="${name}"></picture><math><mi>${surname}</mi></math>`,
  'hidden parts': `<div hidden><h1>${name}</h1></div><dialog><h2>${name}</h2></dialog><div style="display:none"><label>${name}</label></div><details><summary>Więcej</summary>${name}</details>`,
  'nested tables': `<table><tr><th>${name}</th><td><table><tr><td>${number}</td><td><table><tr><th>Osoba</th><td>${name}</td></tr></table></td></tr></table></td></tr></table>`,
  'cells that look like labels': `<table><tr><td>${name}</td><td>${number}</td></tr><tr><td>Adres ${surname}</td><td>tak</td></tr></table>`,
  'heads of rows': `<table><thead><tr><th>Osoba</th><th>${made}</th></tr></thead><tr><th scope="row">${name}</th><td>nowa</td></tr></table>`,
  'a description list': `<dl><dt>${name}</dt><dd>${number}</dd><dt>Strona ${surname}</dt><dd><a>${name}</a></dd></dl>`,
  'a caption, a legend and a summary': `<table><caption>Koszulki – ${name}</caption></table><fieldset><legend>${name}</legend></fieldset><details open><summary>${surname}</summary></details><figure><figcaption>${name}</figcaption></figure>`,
  'a dialog named by an attribute': `<div role="dialog" aria-label="Przekazanie koszulki ${name}"><p>${name}</p></div><dialog open title="${name}"></dialog>`,
  'a dialog named by another element': `<span id="${made}">${name}</span><div role="alertdialog" aria-labelledby="${made}">x</div>`,
  'a menu': `<nav><ul><li class="active"><a>${name}</a></li><li>${surname}</li></ul></nav><div id="menu-${made}"><a class="wybrany">${name}</a></div>`,
  'a trail of crumbs': `<div class="breadcrumb ${made}">Sprawy » ${name}</div><nav aria-label="ścieżka ${name}"><li>${surname}</li></nav>`,
  'ids that are spoken of': `<label for="${made}">Nazwisko</label><input id="${made}" value="${name}"><span id="pesel-${number}">PESEL</span><input aria-labelledby="pesel-${number} ${made}">`,
  'a case sign that holds a name': `<h1>Sprawa KANARKOWSKA.1234.5.2026.ZK</h1><td>Zenobiusz.90010.112345.2026</td>`,
  'a name spelled so that nobody sees it': `<h1>Spra\u200bwa ${[...surname].join('\u200b')}</h1><button>Zapisz\u202e${[...first].reverse().join('')} ${surname}</button>`,
  'a name in other letters and marks': `<h1>${surname.normalize('NFD')} ✉ ${number}</h1><button>${name.toUpperCase()}</button><label>${surname.toLowerCase()}</label>`,
  'a name split over elements': `<h1><span>Zenob</span><span>iusz</span> <b>Kanark</b>owska</h1>`,
  'custom elements': `<${made} ${made}="${name}">${name}</${made}><app-case data-${made}="${name}"><h1>${name}</h1></app-case>`,
  'a selector that is known, with a value beside': `<div id="tblSprawyBiezace" data-x="${name}" class="${made}">${name}</div>`,
  'texts of a page that is only text': `${name} ${number}<br>${made}`,
  'numbers and dates': `<p>${number}</p><time datetime="${number}">${number}</time><output>${number}</output><meter value="1">${number}</meter><progress>${number}</progress>`,
  'words of interfaces around a name': `<h1>Nowa sprawa ${first} ${surname}</h1><button>Zapisz i wyślij ${surname}</button><label>Adres ${surname}:</label>`,
  'a colon that is none': `<p>Adres:${surname}</p><p>${surname}: adres</p><p>Od: Do: ${name}</p><label>Nazwa : ${name} : ${number}</label>`,
  'marks and emoji': `<button>🙂 ${first}</button><a>»${surname}«</a><h2>(${name})</h2>`,
  'a link in a list': `<ul><li><a href="/osoba/${number}">${name}</a></li></ul><table><tr><td><a href="?q=${made}">${name}</a></td></tr></table>`,
  'a frame set': `<frameset><frame src="/${made}" name="${name}" title="${name}"></frameset>`,
};

/** Trees that no markup makes. */
export const hostileTrees: Record<string, (document: Document) => void> = {
  'an open shadow root': (document) => {
    const host = document.body.appendChild(document.createElement('obok-nie'));
    const root = host.attachShadow({ mode: 'open' });
    root.innerHTML = `<h1>${name}</h1><label for="${made}">${surname}</label><input id="${made}" value="${number}"><slot name="${made}">${first}</slot>`;
    host.append(`${name}`);
  },
  'a shadow root in a shadow root': (document) => {
    const outer = document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'open' });
    outer.innerHTML = '<section></section>';
    const inner = (outer.firstChild as Element).attachShadow({ mode: 'open' });
    inner.innerHTML = `<button title="${name}">${name}</button><p>Wnioskodawca: ${name}</p>`;
  },
  'properties that no attribute shows': (document) => {
    document.body.innerHTML =
      '<label>Nazwisko <input></label><textarea></textarea><select><option>a</option></select>';
    (document.querySelector('input') as HTMLInputElement).value = name;
    (document.querySelector('textarea') as HTMLTextAreaElement).value = name;
    (document.querySelector('option') as HTMLOptionElement).text = name;
  },
  'a form whose fields are named as the elements’ own': (document) => {
    document.body.innerHTML = `<form id="${made}"><input name="closest" value="${name}"><input name="localName"><input name="matches"><input name="getAttribute"></form><h1>${name}</h1>`;
  },
  'a tree too deep to walk by itself': (document) => {
    let at: Element = document.body;
    for (let depth = 0; depth < 700; depth += 1) at = at.appendChild(document.createElement('div'));
    at.textContent = name;
  },
};
