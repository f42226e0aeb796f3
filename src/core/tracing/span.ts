/** What is known at the end of a span. */
export interface SpanEnd {
  /** Replaces the name that the span began with. */
  readonly name?: string;
  readonly attributes?: Readonly<Record<string, string | number | undefined>>;
  /** The kind of the failure, such as a code. Undefined: the step succeeded. */
  readonly failure?: string | undefined;
}

/** A step of a request or a job, with its begin and its end. */
export interface Span {
  /** 32 hexadecimal digits. Undefined: the step is not measured. */
  readonly traceId: string | undefined;
  /** The header `traceparent` of requests that this step causes. Undefined: the step is not measured. */
  readonly traceParent: string | undefined;
  /** Runs `work`, and everything it starts, in this span. */
  readonly run: <T>(work: () => T) => T;
  readonly end: (end: SpanEnd) => void;
}

/** The span of a step that is not measured. */
export const NO_SPAN: Span = {
  traceId: undefined,
  traceParent: undefined,
  run: (work) => work(),
  end: () => undefined,
};
