/**
 * Linear and mixed-integer programmes, solved in floating point by HiGHS (Huangfu and Hall, "Parallelizing the dual
 * revised simplex method", 2018) compiled to WebAssembly. Nothing here is trusted: what comes out is rounded to
 * rationals and checked exactly.
 *
 * One thread, a fixed seed and limits in nodes and iterations, never in seconds: the same programme has the same answer
 * on every machine.
 */
import highs, { type Highs, type Model } from 'highs';

/** `least` ≤ Σ coefficients · variables ≤ `most`; a bound left out is infinite. */
export interface LinearRow {
  /** One coefficient for each variable, or for each of `columns`. */
  readonly coefficients: readonly number[];
  /** The variables that the coefficients are for, each at most once; left out for all of them in order. */
  readonly columns?: readonly number[];
  readonly least?: number;
  readonly most?: number;
}

/** `least` ≤ variable ≤ `most`; a bound left out is infinite, so {} is a free variable. */
export interface LinearVariable {
  readonly least?: number;
  readonly most?: number;
  readonly integer?: boolean;
}

export interface LinearProgramme {
  readonly maximise: boolean;
  /** One coefficient for each variable. */
  readonly objective: readonly number[];
  readonly rows: readonly LinearRow[];
  readonly variables: readonly LinearVariable[];
}

export interface SolverLimits {
  /** Simplex iterations of a linear programme. */
  readonly mostIterations?: number;
  /** Nodes of the search tree of a mixed-integer programme. */
  readonly mostNodes?: number;
  /** A mixed-integer solution at least as good as this ends the search. */
  readonly target?: number;
  /** A feasible point of a mixed-integer programme to start from. */
  readonly start?: readonly number[];
  /** Of the random choices of the solver; 0 if left out. */
  readonly seed?: number;
}

export interface LinearSolution {
  /**
   * `optimal`: proved (up to rounding). `feasible`: a limit was reached, `values` is the best point found. `limit`: it
   * was reached without one. `failed`: the solver gave up, or an earlier failure has used it up.
   */
  readonly status: 'optimal' | 'feasible' | 'infeasible' | 'unbounded' | 'limit' | 'failed';
  /** Empty unless `optimal` or `feasible`. */
  readonly values: readonly number[];
  readonly objective: number;
  /**
   * For each row the derivative of the optimum by its bound; empty for mixed-integer programmes and unless `optimal`.
   */
  readonly duals: readonly number[];
}

export interface LinearSolver {
  /** Never throws for a well-formed programme. */
  readonly solve: (programme: LinearProgramme, limits?: SolverLimits) => LinearSolution;
}

const nothing = (status: LinearSolution['status']): LinearSolution => ({
  status,
  values: [],
  objective: Number.NaN,
  duals: [],
});

/** The programme by rows, zeros left out. */
const modelData = (runtime: Highs, { maximise, objective, rows, variables }: LinearProgramme) => {
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  for (const { coefficients, columns } of rows) {
    coefficients.forEach((coefficient, i) => {
      if (coefficient === 0) return;
      indices.push(columns === undefined ? i : columns[i]!);
      values.push(coefficient);
    });
    starts.push(indices.length);
  }
  const [numRows, numCols] = [rows.length, variables.length];
  const { minimize, maximize } = runtime.constants.objectiveSense;
  return {
    numRows,
    numCols,
    sense: maximise ? maximize : minimize,
    colCost: objective,
    colLower: variables.map(({ least }) => least ?? -runtime.infinity),
    colUpper: variables.map(({ most }) => most ?? runtime.infinity),
    rowLower: rows.map(({ least }) => least ?? -runtime.infinity),
    rowUpper: rows.map(({ most }) => most ?? runtime.infinity),
    matrix: { format: 'csr' as const, numRows, numCols, starts, indices, values },
    ...(variables.some(({ integer }) => integer === true)
      ? { integrality: Int32Array.from(variables, ({ integer }) => (integer === true ? 1 : 0)) }
      : {}),
  };
};

const readSolution = (runtime: Highs, model: Model, integer: boolean): LinearSolution => {
  const code = model.getModelStatus();
  const status = runtime.constants.modelStatus;
  if (code === status.infeasible) return nothing('infeasible');
  if (code === status.unbounded || code === status.unboundedOrInfeasible) return nothing('unbounded');
  const known =
    model.info.get('primal_solution_status') === runtime.constants.solutionStatus.feasible || code === status.empty;
  const limits: readonly number[] = [
    status.iterationLimit,
    status.solutionLimit,
    status.objectiveTarget,
    status.objectiveBound,
    status.interrupted,
  ];
  const optimal = code === status.optimal || code === status.empty;
  if (!optimal && !limits.includes(code)) return nothing('failed');
  if (!known) return nothing(optimal ? 'failed' : 'limit');
  const { colValue, rowDual } = model.getSolution();
  return {
    status: optimal ? 'optimal' : 'feasible',
    values: [...colValue],
    objective: model.getObjectiveValue(),
    duals: optimal && !integer ? [...rowDual] : [],
  };
};

/** A runtime in which an abort (an exception inside WebAssembly) was met is not used again; this many are loaded. */
const runtimes = 3;

/**
 * Loads the solver: some 0.1 s and 20 MB. Its calls block; each builds its own model, so that none depends on those
 * before it.
 */
export const loadLinearSolver = async (): Promise<LinearSolver> => {
  const load = highs as unknown as (options?: object) => Promise<Highs>;
  const usable = await Promise.all(Array.from({ length: runtimes }, () => load()));
  const solve = (programme: LinearProgramme, limits: SolverLimits = {}): LinearSolution => {
    const runtime = usable[0];
    if (runtime === undefined) return nothing('failed');
    const integer = programme.variables.some((variable) => variable.integer === true);
    try {
      return runtime.withModel((model: Model): LinearSolution => {
        model.options.set({
          output_flag: false,
          random_seed: limits.seed ?? 0,
          simplex_iteration_limit: limits.mostIterations ?? 2 ** 31 - 1,
          mip_max_nodes: limits.mostNodes ?? 2 ** 31 - 1,
          mip_rel_gap: 0,
        });
        if (limits.target !== undefined) model.options.set({ objective_target: limits.target });
        model.passModel(modelData(runtime, programme));
        if (limits.start !== undefined) model.setSolution({ colValue: limits.start });
        model.run();
        return readSolution(runtime, model, integer);
      });
    } catch (problem) {
      // Refused input is the caller's mistake; anything else has left the runtime in an unknown state.
      if (problem instanceof runtime.errors.HighsValidationError) throw problem;
      usable.shift();
      return nothing('failed');
    }
  };
  return { solve };
};
