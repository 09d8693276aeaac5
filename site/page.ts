/** What every page does: light and dark, copying, downloading, the checker, the gallery. */
import { openChecker } from './checker.ts';
import { openGallery } from './gallery.ts';

const themes = ['', 'light', 'dark'] as const;
const themeNames: Readonly<Record<string, string>> = { '': 'as the system', light: 'light', dark: 'dark' };

const openTheme = (button: HTMLButtonElement): void => {
  const key = 'reynolds-theme';
  const apply = (theme: string): void => {
    if (theme === '') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = theme;
    button.textContent = theme === 'dark' ? '☾' : theme === 'light' ? '☀' : '◐';
    button.setAttribute('aria-label', `Colours: ${themeNames[theme] ?? ''}. Change`);
    button.title = `Colours: ${themeNames[theme] ?? ''}`;
  };
  // Storage may be forbidden, as it is in some browsers for files.
  let theme = '';
  try {
    theme = localStorage.getItem(key) ?? '';
  } catch {}
  apply(theme);
  button.hidden = false;
  button.addEventListener('click', () => {
    theme = themes[(themes.indexOf(theme as (typeof themes)[number]) + 1) % themes.length] ?? '';
    apply(theme);
    try {
      localStorage.setItem(key, theme);
    } catch {}
  });
};

const textOf = (id: string | undefined): string => document.getElementById(id ?? '')?.textContent ?? '';

/** The clipboard is not for every page; selecting the text always works. */
const copy = async (button: HTMLButtonElement): Promise<void> => {
  const id = button.dataset['copy'];
  const before = button.textContent;
  try {
    await navigator.clipboard.writeText(textOf(id));
    button.textContent = 'Copied';
  } catch {
    const target = document.getElementById(id ?? '');
    if (target !== null) getSelection()?.selectAllChildren(target);
    button.textContent = 'Selected: press Ctrl+C';
  }
  setTimeout(() => {
    button.textContent = before;
  }, 2500);
};

const download = (button: HTMLButtonElement): void => {
  const url = URL.createObjectURL(new Blob([textOf(button.dataset['download'])], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = button.dataset['name'] ?? 'certificate.json';
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
};

/** Tabs by the keyboard: arrows move, as in every list of tabs. */
const openTabs = (tabs: HTMLElement): void => {
  const buttons = [...tabs.querySelectorAll<HTMLButtonElement>('[role=tab]')];
  const select = (chosen: HTMLButtonElement): void => {
    for (const button of buttons) {
      const on = button === chosen;
      button.setAttribute('aria-selected', `${on}`);
      button.tabIndex = on ? 0 : -1;
      const panel = document.getElementById(button.getAttribute('aria-controls') ?? '');
      if (panel !== null) panel.hidden = !on;
    }
  };
  buttons.forEach((button, i) => {
    button.addEventListener('click', () => select(button));
    button.addEventListener('keydown', (event) => {
      const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
      const next = buttons[(i + step + buttons.length) % buttons.length];
      if (step === 0 || next === undefined) return;
      event.preventDefault();
      select(next);
      next.focus();
    });
  });
  if (buttons[0] !== undefined) select(buttons[0]);
};

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-theme-button]')) openTheme(button);
for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]'))
  button.addEventListener('click', () => void copy(button));
for (const button of document.querySelectorAll<HTMLButtonElement>('[data-download]'))
  button.addEventListener('click', () => download(button));
for (const tabs of document.querySelectorAll<HTMLElement>('[data-tabs]')) openTabs(tabs);
for (const panel of document.querySelectorAll<HTMLElement>('[data-checker]')) openChecker(panel);
for (const gallery of document.querySelectorAll<HTMLElement>('[data-gallery]')) openGallery(gallery);
