/** Dates as they come through a loader, which keeps them, or through JSON, which does not. */
export type Loaded<T> = T extends Date
  ? Date | string
  : T extends object
    ? { [K in keyof T]: Loaded<T[K]> }
    : T
