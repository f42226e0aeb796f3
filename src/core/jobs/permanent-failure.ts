/** Thrown by the handler of a job that another try cannot finish. The job is not tried again. */
export class PermanentFailure extends Error {}
