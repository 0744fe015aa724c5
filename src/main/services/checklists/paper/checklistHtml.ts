import type { ChecklistItem } from '../../../../shared/checklists/checklist.ts';
import { code128, qrCode, type Code } from '../../../paper/codes.ts';
import { escaped } from '../../../paper/markup.ts';
import { needOf, printedOf, signatureOf, whoOf, type ChecklistSheet, type SheetBlock } from './checklistSheet.ts';
import type { Formatter } from '../../../../shared/format/formatter.ts';

/** A checklist as one HTML file: nothing is loaded, nothing runs, and it prints like the PDF. */
export function checklistHtml(sheet: ChecklistSheet, formatter: Formatter): string {
  const { name, code, title, done, required, facts, blocks, place, source, templateVersion } = sheet;
  const bars = code === null ? null : code128(code);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(`${name}: ${title}`)}</title>
<style>${style}</style>
</head>
<body>
<header>
<div>
<h1>${escaped(name)}</h1>
${bars === null ? '' : codeSvg(bars, 'bars', `Bar code of ${name}`)}
<p class="title">${escaped(title)}</p>
<p>${done} of ${required} steps done</p>
</div>
${code === null ? '' : codeSvg(qrCode(code), 'qr', `QR code of ${name}`)}
</header>
<dl>${facts.map(({ label, value }) => `<div><dt>${escaped(label)}</dt><dd dir="auto">${escaped(value)}</dd></div>`).join('')}</dl>
${blocks.map((block) => section(block, formatter)).join('\n')}
<footer>
<p>${escaped([place, printedOf(sheet, formatter)].filter((part) => part !== '').join(' · '))}</p>
<p>Steps after: ${escaped(source)}. Version ${templateVersion}.</p>
</footer>
</body>
</html>
`;
}

function section({ title, remark, items }: SheetBlock, formatter: Formatter): string {
  return `<section>
<h2>${escaped(title)}${remark === null ? '' : ` <small>${escaped(remark)}</small>`}</h2>
<table>
<thead><tr><th scope="col">Done</th><th scope="col">Step</th><th scope="col">Who · where</th><th scope="col">Initials · time</th></tr></thead>
<tbody>
${items.map((item) => row(item, formatter)).join('\n')}
</tbody>
</table>
</section>`;
}

const stateMarks: Readonly<Record<ChecklistItem['state'], readonly [mark: string, name: string]>> = {
  open: ['☐', 'open'],
  done: ['☑', 'done'],
  failed: ['☒', 'failed'],
  skipped: ['⊟', 'skipped'],
};

function row(item: ChecklistItem, formatter: Formatter): string {
  const [mark, name] = stateMarks[item.state];
  const need = needOf(item);
  const signature = signatureOf(item, formatter);
  return `<tr>
<td class="box"><span role="img" aria-label="${name}">${mark}</span></td>
<td><strong><span class="id">${escaped(item.id)}</span> ${escaped(item.title)}</strong>
${need === null ? '' : `<p><em>${escaped(need)}</em></p>`}<p>${escaped(item.doneWhen)}</p>
${item.hints.map((hint) => `<p class="hint">› ${escaped(hint)}</p>`).join('')}${item.commands.length === 0 ? '' : `<pre>${escaped(item.commands.join('\n'))}</pre>`}${item.note === null ? '' : `<p><em>Note: <bdi>${escaped(item.note)}</bdi></em></p>`}</td>
<td>${escaped(whoOf(item))}<p class="hint">${escaped(item.where)}</p></td>
<td>${signature === null ? '' : escaped(signature).replaceAll('\n', '<br>')}</td>
</tr>`;
}

function codeSvg({ columns, rows, bars }: Code, className: string, label: string): string {
  const path = bars.map(({ x, y, width, height }) => `M${x} ${y}h${width}v${height}h-${width}z`).join('');
  return `<svg class="${className}" viewBox="0 0 ${columns} ${rows}" preserveAspectRatio="none" role="img" aria-label="${escaped(label)}" shape-rendering="crispEdges"><path d="${path}"/></svg>`;
}

const style = `
@page { size: A4; margin: 15mm; }
* { box-sizing: border-box; }
body { font: 10pt/1.35 'Segoe UI', Roboto, Arial, sans-serif; color: #000; background: #fff; max-width: 180mm; margin: 8mm auto; padding: 0 4mm; }
h1 { font-size: 30pt; line-height: 1.1; margin: 0; overflow-wrap: anywhere; font-variant-numeric: tabular-nums slashed-zero; }
h2 { font-size: 12pt; margin: 6mm 0 1mm; }
p { margin: 0; }
small, .hint, dt, .id, footer { color: #444; font-weight: 400; font-size: 8.5pt; }
.title { font-weight: 600; font-size: 13pt; margin-top: 2mm; }
header { display: flex; justify-content: space-between; gap: 6mm; }
.qr { width: 27mm; height: 27mm; flex: none; }
.bars { width: 70mm; height: 8mm; display: block; }
dl { display: grid; grid-template-columns: repeat(3, 1fr); gap: 0 4mm; margin: 4mm 0; }
dl div { border-top: 0.2mm solid #999; padding: 1mm 0; }
dd { margin: 0; font-weight: 600; overflow-wrap: anywhere; }
table { width: 100%; border-collapse: collapse; }
th { text-align: left; font-weight: 400; font-size: 8.5pt; color: #444; border-bottom: 0.5mm solid #000; }
td { vertical-align: top; padding: 1.2mm 2mm 1.2mm 0; border-bottom: 0.2mm solid #999; }
td:nth-child(3) { width: 42mm; }
td:nth-child(4) { width: 30mm; }
.box { font-size: 14pt; line-height: 1; width: 8mm; }
pre { margin: 0.5mm 0; font: 8pt/1.3 Consolas, Menlo, monospace; white-space: pre-wrap; overflow-wrap: anywhere; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
footer { margin-top: 6mm; }
@media print { body { margin: 0; padding: 0; max-width: none; } }
`;
