/** Past this many matters the desk says “and more”: nobody counts on, and no page grows with what is owed. */
export const COUNT_BOUND = 200
