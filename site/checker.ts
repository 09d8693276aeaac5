/** Checks files on this machine: the worker, a queue, and the list of verdicts. */
import type { Report } from '../src/check/index.ts';
import { element } from './elements.ts';

/** Files above this are not even read; the checker would refuse them. */
const byteLimit = 64 * 1024 * 1024;

type Outcome = Pick<Report, 'verdict' | 'code' | 'id' | 'statement' | 'message'>;

let source: string | undefined;

/** The worker's program is in the page, so that one file is enough and nothing is fetched. */
const hire = (): Worker => {
  source ??= URL.createObjectURL(
    new Blob([document.getElementById('check-program')?.textContent ?? ''], { type: 'text/javascript' }),
  );
  return new Worker(source);
};

let worker: Worker | undefined;
let stop: (() => void) | undefined;

/** One document at a time; a worker that fails is dismissed, and the next document gets a fresh one. */
export const checkBytes = (bytes: ArrayBuffer): Promise<Outcome> =>
  new Promise((resolve) => {
    worker ??= hire();
    const current = worker;
    const end = (outcome: Outcome, dismiss: boolean): void => {
      current.onmessage = null;
      current.onerror = null;
      stop = undefined;
      if (dismiss) {
        current.terminate();
        worker = undefined;
      }
      resolve(outcome);
    };
    const failed = (message: string): Outcome => ({
      verdict: 'internal-error',
      code: 'internal-error',
      id: null,
      statement: null,
      message,
    });
    current.onmessage = ({ data }: MessageEvent<Outcome>) => end(data, false);
    current.onerror = (event) => {
      event.preventDefault();
      end(failed(`the checker stopped: ${event.message || 'out of memory?'}`), true);
    };
    stop = () => end(failed('stopped before there was a verdict'), true);
    current.postMessage({ bytes }, [bytes]);
  });

const meanings: Readonly<Record<string, string>> = {
  accepted: 'Every claim follows from its evidence.',
  rejected: 'The evidence does not prove the claims. They may still be true.',
  malformed: 'This is not a well-formed certificate.',
  declined: 'The checker does not decide certificates of this size or kind.',
  'internal-error': 'There is no verdict.',
};

const entry = (
  name: string,
): { readonly item: HTMLElement; readonly show: (outcome: Outcome, seconds: number) => void } => {
  const item = element('li', { class: 'verdict waiting' });
  const title = element('p', { class: 'verdict-title' }, [
    element('span', { class: 'mark', 'aria-hidden': 'true' }, ['…']),
    ' ',
    element('strong', {}, ['checking']),
    ` ${name}`,
  ]);
  item.append(title);
  return {
    item,
    show: (outcome, seconds) => {
      const { verdict, code, id, statement, message } = outcome;
      item.className = `verdict ${verdict}`;
      item.dataset['verdict'] = verdict;
      item.dataset['code'] = code;
      item.replaceChildren(
        element('p', { class: 'verdict-title' }, [
          element('span', { class: 'mark', 'aria-hidden': 'true' }, [verdict === 'accepted' ? '✓' : '✗']),
          ' ',
          element('strong', {}, [verdict]),
          ` ${name}`,
        ]),
        element('p', {}, [
          verdict === 'accepted' ? (meanings[verdict] ?? '') : `${meanings[verdict] ?? ''} `,
          ...(verdict === 'accepted' ? [] : [element('code', {}, [code]), `: ${message}`]),
        ]),
        ...(statement === null
          ? []
          : [
              element('p', {}, [
                element('strong', {}, [verdict === 'accepted' ? 'Proved: ' : 'Claimed, not proved: ']),
                statement,
              ]),
            ]),
        element('p', { class: 'small' }, [
          ...(id === null ? [] : ['SHA-256 ', element('code', { class: 'id' }, [id]), ' · ']),
          `${seconds < 0.1 ? 'less than 0.1' : seconds.toFixed(1)} s in this browser`,
        ]),
      );
    },
  };
};

interface Job {
  readonly name: string;
  readonly bytes: () => Promise<ArrayBuffer>;
}

const tooLong: Outcome = {
  verdict: 'malformed',
  code: 'too-long',
  id: null,
  statement: null,
  message: `the file has more than ${byteLimit} bytes, the limit`,
};

/** The panel: a button and a place to drop files, the verdicts below, a status line that is read aloud. */
export const openChecker = (panel: HTMLElement): void => {
  const input = panel.querySelector<HTMLInputElement>('input[type=file]');
  const list = panel.querySelector<HTMLElement>('[data-verdicts]');
  const status = panel.querySelector<HTMLElement>('[role=status]');
  const stopButton = panel.querySelector<HTMLButtonElement>('[data-stop]');
  const own = panel.querySelector<HTMLButtonElement>('[data-check-own]');
  if (list === null || status === null) return;
  const queue: Job[] = [];
  let busy = false;

  const work = async (): Promise<void> => {
    if (busy) return;
    busy = true;
    if (stopButton !== null) stopButton.hidden = false;
    const counts = new Map<string, number>();
    for (let job = queue.shift(); job !== undefined; job = queue.shift()) {
      const { item, show } = entry(job.name);
      list.prepend(item);
      status.textContent = `Checking ${job.name}${queue.length === 0 ? '' : `, ${queue.length} more to do`} …`;
      const start = performance.now();
      let outcome: Outcome;
      try {
        outcome = await checkBytes(await job.bytes());
      } catch {
        outcome = { ...tooLong, code: 'unreadable', message: 'the file cannot be read' } as Outcome;
      }
      show(outcome, (performance.now() - start) / 1000);
      counts.set(outcome.verdict, (counts.get(outcome.verdict) ?? 0) + 1);
      status.textContent = `${job.name}: ${outcome.verdict}`;
    }
    if ([...counts.values()].reduce((sum, n) => sum + n, 0) > 1)
      status.textContent = [...counts].map(([verdict, n]) => `${n} ${verdict}`).join(', ');
    if (stopButton !== null) stopButton.hidden = true;
    busy = false;
  };

  const take = (files: Iterable<File>): void => {
    for (const file of files) {
      if (file.size > byteLimit) {
        const { item, show } = entry(file.name);
        list.prepend(item);
        show(tooLong, 0);
      } else queue.push({ name: file.name, bytes: () => file.arrayBuffer() });
    }
    void work();
  };

  input?.addEventListener('change', () => {
    take([...(input.files ?? [])]);
    input.value = '';
  });
  stopButton?.addEventListener('click', () => {
    queue.length = 0;
    stop?.();
  });
  own?.addEventListener('click', () => {
    const text = document.getElementById(own.dataset['checkOwn'] ?? '')?.textContent ?? '';
    const name = own.dataset['name'] ?? 'this certificate';
    queue.push({ name, bytes: async () => new TextEncoder().encode(text).buffer as ArrayBuffer });
    void work();
  });

  // Files may be dropped anywhere on the page.
  if (input === null) return;
  let depth = 0;
  const hover = (on: boolean): void => {
    panel.classList.toggle('hover', on);
  };
  addEventListener('dragenter', (event) => {
    event.preventDefault();
    depth++;
    hover(true);
  });
  addEventListener('dragleave', () => {
    depth = Math.max(0, depth - 1);
    if (depth === 0) hover(false);
  });
  addEventListener('dragover', (event) => event.preventDefault());
  addEventListener('drop', (event) => {
    event.preventDefault();
    depth = 0;
    hover(false);
    const files = event.dataTransfer?.files;
    if (files !== undefined && files.length > 0) {
      panel.scrollIntoView({ block: 'nearest' });
      take([...files]);
    }
  });
};
