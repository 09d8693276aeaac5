/** The table of certificates: words and menus that filter it, headings that sort it. The table is there without this. */

const collator = new Intl.Collator('en', { numeric: true });

export const openGallery = (gallery: HTMLElement): void => {
  const body = gallery.querySelector('tbody');
  const search = gallery.querySelector<HTMLInputElement>('input[type=search]');
  const menus = [...gallery.querySelectorAll<HTMLSelectElement>('select')];
  const count = gallery.querySelector<HTMLElement>('[role=status]');
  if (body === null || search === null || count === null) return;
  const rows = [...body.rows].map((row) => ({ row, words: (row.textContent ?? '').toLowerCase() }));

  const filter = (): void => {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const { row, words: text } of rows) {
      const fits =
        words.every((word) => text.includes(word)) &&
        menus.every((menu) => menu.value === '' || ` ${row.dataset[menu.name] ?? ''} `.includes(` ${menu.value} `));
      row.hidden = !fits;
      if (fits) shown++;
    }
    count.textContent = shown === rows.length ? `${shown} certificates` : `${shown} of ${rows.length} certificates`;
  };
  search.addEventListener('input', filter);
  for (const menu of menus) menu.addEventListener('change', filter);
  gallery.querySelector('form')?.addEventListener('submit', (event) => event.preventDefault());
  gallery.querySelector('form')?.addEventListener('reset', () => setTimeout(filter));

  const headings = [...gallery.querySelectorAll<HTMLTableCellElement>('th[data-sort]')];
  const keyOf = (row: HTMLTableRowElement, column: number): string => {
    const cell = row.cells[column];
    return cell?.dataset['key'] ?? cell?.textContent ?? '';
  };
  for (const heading of headings)
    heading.querySelector('button')?.addEventListener('click', () => {
      const descending = heading.getAttribute('aria-sort') === 'ascending';
      for (const other of headings) other.setAttribute('aria-sort', 'none');
      heading.setAttribute('aria-sort', descending ? 'descending' : 'ascending');
      const sign = descending ? -1 : 1;
      const sorted = rows
        .map(({ row }) => row)
        .sort((a, b) => sign * collator.compare(keyOf(a, heading.cellIndex), keyOf(b, heading.cellIndex)));
      body.append(...sorted);
    });
  filter();
};
