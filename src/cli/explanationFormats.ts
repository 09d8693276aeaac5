/** Apart from the task, so that the main thread can read the option without loading what explains. */
export const explanationFormats = ['markdown', 'latex'] as const;
export type ExplanationFormat = (typeof explanationFormats)[number];
