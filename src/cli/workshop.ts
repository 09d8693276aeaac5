/** A worker thread seen from the main thread: give it a task, await the output. */
import { Worker } from 'node:worker_threads';
import type { Candidate } from '../prove/candidate.ts';
import type { Progress } from '../prove/certify.ts';
import type { News, Order, TaskName, Tasks } from './tasks.ts';

/** A bug in a task, or a worker that ran out of memory. */
export class TaskFailure extends Error {
  readonly outOfMemory: boolean;
  constructor(message: string, outOfMemory: boolean, stack?: string) {
    super(message);
    this.outOfMemory = outOfMemory;
    if (stack !== undefined) this.stack = stack;
  }
}

export interface Workshop {
  /** One task at a time. Rejects with a `TaskFailure`, after which the next task gets a fresh worker. */
  readonly run: <K extends TaskName>(
    task: K,
    input: Tasks[K]['input'],
    progress: Progress,
    /** Hears of what a search finds while it goes on. */
    found?: (candidate: Candidate) => void,
  ) => Promise<Tasks[K]['output']>;
  readonly close: () => Promise<void>;
}

const hire = (): Worker => {
  const worker = new Worker(new URL('./worker.js', import.meta.url));
  // While it has no task, what happens to it is of no interest: the next task finds out.
  worker.on('error', () => {});
  return worker;
};

export const openWorkshop = (): Workshop => {
  let worker: Worker | undefined;
  const close = async (): Promise<void> => {
    const closing = worker;
    worker = undefined;
    await closing?.terminate();
  };
  const run = <K extends TaskName>(
    task: K,
    input: Tasks[K]['input'],
    progress: Progress,
    found?: (candidate: Candidate) => void,
  ): Promise<Tasks[K]['output']> => {
    worker ??= hire();
    const current = worker;
    return new Promise((resolve, reject) => {
      const settle = (): void => {
        current.off('message', hear).off('error', fall).off('exit', leave);
      };
      const fail = (failure: TaskFailure): void => {
        settle();
        if (worker === current) worker = undefined;
        reject(failure);
      };
      const hear = (news: News): void => {
        if (news.kind === 'progress') {
          progress(news.phase, news.done, news.of);
          return;
        }
        if (news.kind === 'found') {
          found?.(news.candidate);
          return;
        }
        settle();
        if (news.kind === 'done') resolve(news.output as Tasks[K]['output']);
        else reject(new TaskFailure(news.message, false, news.stack));
      };
      const fall = (problem: NodeJS.ErrnoException): void =>
        fail(new TaskFailure(problem.message, problem.code === 'ERR_WORKER_OUT_OF_MEMORY', problem.stack));
      const leave = (code: number): void => fail(new TaskFailure(`the worker ended with code ${code}`, false));
      current.on('message', hear).on('error', fall).on('exit', leave);
      const order: Order<K> = { task, input };
      current.postMessage(order);
    });
  };
  return { run, close };
};

/** How many workers are worth having. */
export const workshopCount = 2;

/** Does the jobs in order, `count` at a time; each job gets a workshop to itself while it runs. */
export const inWorkshops = async <J, R>(
  jobs: readonly J[],
  perform: (workshop: Workshop, job: J) => Promise<R>,
  count: number = workshopCount,
): Promise<readonly R[]> => {
  const results: R[] = [];
  let next = 0;
  const serve = async (): Promise<void> => {
    const workshop = openWorkshop();
    try {
      for (let at = next++; at < jobs.length; at = next++) results[at] = await perform(workshop, jobs[at]!);
    } finally {
      await workshop.close();
    }
  };
  await Promise.all(Array.from({ length: Math.min(count, jobs.length) }, serve));
  return results;
};
