/**
 * The paper's first figure, live: a function on the plane, and its averages over n of the 100 rotations of C100, drawn at
 * random, chosen well, and all of them.
 */
import { element } from './elements.ts';
import { angles, average, type DiscFunction, radii, sample, seenError, turns, worstError } from './plane.ts';
import sets from './rotations.json' with { type: 'json' };

const pixels = 360;
const parts = 10_000;

/** A small generator, so that the same button gives the same pictures to every reader. */
const randomFrom = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
};

type Colour = readonly [number, number, number];

/** A colour of the style sheet, `#rrggbb`. */
const styled = (name: string): Colour => {
  const hex = getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as unknown as Colour;
};

/** From blue through the colour of the page to orange. */
const palette = (): ((value: number) => Colour) => {
  const [middle, negative, positive] = [styled('--paper'), styled('--plot-lower'), styled('--plot-upper')];
  return (value) => {
    const strength = Math.min(1, Math.abs(value)) ** 0.8;
    const end = value < 0 ? negative : positive;
    return middle.map((from, i) => from + (end[i]! - from) * strength) as unknown as Colour;
  };
};

/** For each pixel of the disc the four points around it and how far it is from them. */
const lookup = (() => {
  const index: number[] = [];
  const corners: number[] = [];
  const weights: number[] = [];
  const disc = pixels / 2 - 14;
  for (let py = 0; py < pixels; py++)
    for (let px = 0; px < pixels; px++) {
      const x = (px + 0.5 - pixels / 2) / disc;
      const y = (pixels / 2 - py - 0.5) / disc;
      const radius = Math.hypot(x, y);
      if (radius >= 1) continue;
      const r = Math.max(0, Math.min(radii - 1.0001, radius * radii - 0.5));
      const a = ((((Math.atan2(y, x) / (2 * Math.PI)) * angles) % angles) + angles) % angles;
      const [r0, a0] = [Math.floor(r), Math.floor(a) % angles];
      index.push(py * pixels + px);
      corners.push(r0 * angles + a0, r0 * angles + ((a0 + 1) % angles));
      weights.push(r - r0, a - Math.floor(a));
    }
  return { index, corners, weights };
})();

const draw = (canvas: HTMLCanvasElement, f: DiscFunction, set: readonly number[] | undefined): void => {
  const context = canvas.getContext('2d');
  if (context === null) return;
  canvas.width = pixels;
  canvas.height = pixels;
  const colourOf = palette();
  const image = context.createImageData(pixels, pixels);
  const { index, corners, weights } = lookup;
  for (let i = 0; i < index.length; i++) {
    const [c0, c1, v, u] = [corners[2 * i]!, corners[2 * i + 1]!, weights[2 * i]!, weights[2 * i + 1]!];
    const below = f[c0]! * (1 - u) + f[c1]! * u;
    const above = f[c0 + angles]! * (1 - u) + f[c1 + angles]! * u;
    const [r, g, b] = colourOf(below * (1 - v) + above * v);
    const at = 4 * index[i]!;
    image.data[at] = r;
    image.data[at + 1] = g;
    image.data[at + 2] = b;
    image.data[at + 3] = 255;
  }
  context.putImageData(image, 0, 0);
  context.strokeStyle = getComputedStyle(canvas).borderColor;
  context.beginPath();
  context.arc(pixels / 2, pixels / 2, pixels / 2 - 13, 0, 2 * Math.PI);
  context.stroke();
  if (set === undefined) return;
  // The rotations, as marks around the disc.
  context.strokeStyle = getComputedStyle(canvas).color;
  context.lineWidth = 2;
  const count = new Map<number, number>();
  for (const turn of set) count.set(turn, (count.get(turn) ?? 0) + 1);
  for (const [turn, times] of count) {
    const angle = (2 * Math.PI * turn) / turns;
    const [from, to] = [pixels / 2 - 11, pixels / 2 - 11 + Math.min(10, 5 + 2.5 * (times - 1))];
    context.beginPath();
    context.moveTo(pixels / 2 + from * Math.cos(angle), pixels / 2 - from * Math.sin(angle));
    context.lineTo(pixels / 2 + to * Math.cos(angle), pixels / 2 - to * Math.sin(angle));
    context.stroke();
  }
};

const percent = (x: number): string =>
  x === 0
    ? '0'
    : x < 1e-12
      ? 'less than 10⁻¹²'
      : x >= 0.001
        ? x.toFixed(4)
        : x.toExponential(1).replace('e-', ' · 10^−');

const epsilonOf = (n: number): number => sets[n - 1]!.epsilon / parts;

/** Sizes by the theorem: the least ε for which n random rotations exist, D = 99 (MATHEMATICS.md 3.3); 1 if none is below. */
const existence = (n: number): number => {
  const rate = (t: number): number => 0.5 * ((1 + t) * Math.log1p(t) + (t < 1 ? (1 - t) * Math.log1p(-t) : 0));
  if (n * rate(1) <= Math.log(2 * 99)) return 1;
  let [low, high] = [0, 1];
  for (let i = 0; i < 50; i++) {
    const t = (low + high) / 2;
    if (n * rate(t) > Math.log(2 * 99)) high = t;
    else low = t;
  }
  return high * high;
};

const svg = (name: string, attributes: Readonly<Record<string, string | number>>, text = ''): SVGElement => {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, `${value}`);
  if (text !== '') made.textContent = text;
  return made;
};

/** ε against n, on a logarithmic scale from 10⁻⁴ to 1. */
const chart = (() => {
  const [width, height, left, bottom, top] = [640, 250, 52, 36, 12];
  const x = (n: number): number => left + ((n - 1) / (turns - 1)) * (width - left - 12);
  const y = (error: number): number => top + (-Math.log10(Math.max(1e-4, error)) / 4) * (height - top - bottom);
  const path = (values: readonly number[]): string =>
    values.map((value, i) => `${i === 0 ? 'M' : 'L'}${x(i + 1).toFixed(1)} ${y(value).toFixed(1)}`).join('');
  return { width, height, left, bottom, top, x, y, path };
})();

const open = (figure: HTMLElement): void => {
  const slider = figure.querySelector<HTMLInputElement>('input[type=range]');
  const again = figure.querySelector<HTMLButtonElement>('[data-again]');
  const number = figure.querySelector<HTMLOutputElement>('output');
  const plot = figure.querySelector<SVGSVGElement>('svg[data-chart]');
  const canvases = new Map(
    [...figure.querySelectorAll<HTMLCanvasElement>('canvas')].map((canvas) => [canvas.dataset['panel'], canvas]),
  );
  const cell = (name: string): HTMLElement =>
    figure.querySelector<HTMLElement>(`[data-value="${name}"]`) ?? element('span');
  if (slider === null || number === null || plot === null) return;
  /** Shown for people; the number itself is an attribute. */
  const tell = (name: string, value: number, words = percent(value)): void => {
    const target = cell(name);
    target.textContent = words;
    target.dataset['number'] = `${value}`;
  };
  const f = sample();
  const all = Array.from({ length: turns }, (_, i) => i);
  const exact = average(f, all);
  let seed = 1;
  let random: readonly number[] = [];
  let randomCurve: readonly number[] = [];
  const drawRandom = (): void => {
    const next = randomFrom(seed);
    random = all.map(() => Math.floor(next() * turns));
    randomCurve = all.map((i) => worstError(random.slice(0, i + 1)));
  };
  drawRandom();

  const { width, height, left, bottom, top, x, y, path } = chart;
  plot.setAttribute('viewBox', `0 0 ${width} ${height}`);
  const moving = svg('g', {});
  const randomLine = svg('path', { class: 'line random' });
  for (const power of [0, 1, 2, 3, 4]) {
    plot.append(svg('line', { class: 'grid', x1: left, x2: width - 12, y1: y(10 ** -power), y2: y(10 ** -power) }));
    plot.append(
      svg(
        'text',
        { x: left - 8, y: y(10 ** -power) + 4, 'text-anchor': 'end' },
        power === 0 ? '1' : `0.${'0'.repeat(power - 1)}1`,
      ),
    );
  }
  for (const n of [1, 20, 40, 60, 80, 100])
    plot.append(svg('text', { x: x(n), y: height - bottom + 18, 'text-anchor': 'middle' }, `${n}`));
  plot.append(
    svg('text', { x: left, y: height - 2 }, 'rotations averaged'),
    svg('text', { x: 0, y: top + 4 }, 'ε'),
    svg('path', { class: 'line theory', d: path(all.map((i) => existence(i + 1))) }),
    randomLine,
    svg('path', { class: 'line chosen', d: path(all.map((i) => epsilonOf(i + 1))) }),
    moving,
  );

  const show = (): void => {
    const n = Number(slider.value);
    const chosen = sets[n - 1]!.turns;
    const drawn = random.slice(0, n);
    const words = `${n} ${n === 1 ? 'rotation' : 'rotations'}`;
    number.value = `${n}`;
    slider.setAttribute('aria-valuetext', words);
    const panels = { random: [average(f, drawn), drawn], chosen: [average(f, chosen), chosen] } as const;
    for (const [name, [averaged, set]] of Object.entries(panels)) {
      const canvas = canvases.get(name);
      if (canvas !== undefined) {
        draw(canvas, averaged, set);
        canvas.setAttribute(
          'aria-label',
          `The average over ${words} ${name === 'random' ? 'drawn at random' : 'chosen by the optimiser'}`,
        );
      }
      tell(`${name}-seen`, seenError(f, averaged, exact));
    }
    tell('random-worst', randomCurve[n - 1]!);
    tell('chosen-certified', epsilonOf(n), epsilonOf(n) === 0 ? '0' : `≤ ${epsilonOf(n)}`);
    moving.replaceChildren(
      svg('line', { class: 'cursor', x1: x(n), x2: x(n), y1: top, y2: height - bottom }),
      svg('circle', { class: 'dot chosen', cx: x(n), cy: y(epsilonOf(n)), r: 4 }),
      svg('circle', { class: 'dot random', cx: x(n), cy: y(randomCurve[n - 1]!), r: 4 }),
    );
  };
  const redraw = (): void => {
    const original = canvases.get('original');
    const whole = canvases.get('exact');
    if (original !== undefined) draw(original, f, undefined);
    if (whole !== undefined) draw(whole, exact, all);
    randomLine.setAttribute('d', path(randomCurve));
    show();
  };
  slider.addEventListener('input', show);
  again?.addEventListener('click', () => {
    seed++;
    drawRandom();
    randomLine.setAttribute('d', path(randomCurve));
    show();
  });
  // The marks are drawn in the colour of the text.
  new MutationObserver(redraw).observe(document.documentElement, { attributeFilter: ['data-theme'] });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redraw);
  redraw();
};

for (const figure of document.querySelectorAll<HTMLElement>('[data-figure]')) open(figure);
