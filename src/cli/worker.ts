/** The worker thread: does one task after another. Each task's code is loaded when first needed. */
import { parentPort } from 'node:worker_threads';
import type { Candidate } from '../prove/candidate.ts';
import type { Progress } from '../prove/certify.ts';
import type { News, Order, TaskName, Tasks } from './tasks.ts';

type Found = (candidate: Candidate) => void;

type Table = {
  readonly [K in TaskName]: (input: Tasks[K]['input'], progress: Progress, found: Found) => Promise<Tasks[K]['output']>;
};

const table: Table = {
  certify: async (input, progress) => (await import('./certifyTask.ts')).certifyTask(input, progress),
  check: async (input, progress) => (await import('./checkTask.ts')).checkTask(input, progress),
  claimFile: async (input) => (await import('./checkTask.ts')).claimFileTask(input),
  cite: async (input, progress) => (await import('./citeTask.ts')).citeTask(input, progress),
  explain: async (input, progress) => (await import('./explainTask.ts')).explainTask(input, progress),
  coq: async (input, progress) => (await import('./coqTask.ts')).coqTask(input, progress),
  probe: async (input, progress) => (await import('./probeTask.ts')).probeTask(input, progress),
  scheme: async (input, progress) => (await import('./schemeTask.ts')).schemeTask(input, progress),
  minimiseJobs: async (input, progress) => (await import('./minimiseTask.ts')).minimiseJobsTask(input, progress),
  minimise: async (input, progress, found) => (await import('./minimiseTask.ts')).minimiseTask(input, progress, found),
  search: async (input, progress) => (await import('./searchTask.ts')).searchTask(input, progress),
  view: async (input, progress) => (await import('./viewTask.ts')).viewTask(input, progress),
  row: async (input, progress) => (await import('./rowTask.ts')).rowTask(input, progress),
  threshold: async (input, progress) => (await import('./rowTask.ts')).thresholdTask(input, progress),
};

const tell = (news: News): void => parentPort?.postMessage(news);

/** Least time between two reports of progress, in milliseconds. */
const progressEvery = 100;

const perform = async <K extends TaskName>({ task, input }: Order<K>): Promise<void> => {
  let last = Number.NEGATIVE_INFINITY;
  let lastPhase = '';
  const progress: Progress = (phase, done, of) => {
    const now = performance.now();
    if (phase === lastPhase && now - last < progressEvery) return;
    last = now;
    lastPhase = phase;
    tell({
      kind: 'progress',
      phase,
      ...(done === undefined ? {} : { done }),
      ...(of === undefined ? {} : { of }),
    });
  };
  try {
    const found: Found = (candidate) => tell({ kind: 'found', candidate });
    tell({ kind: 'done', output: await table[task](input, progress, found) });
  } catch (problem) {
    const error = problem instanceof Error ? problem : new Error(String(problem));
    tell({ kind: 'failed', message: error.message, stack: error.stack ?? '' });
  }
};

parentPort?.on('message', (order: Order) => void perform(order));
