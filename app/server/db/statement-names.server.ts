/** More texts than the program has; past it a statement goes unnamed. */
const MOST = 500

const names = new Map<string, string>()

/**
 * The name under which a server keeps a statement's plan, the same for the same text: planning one that
 * everybody sends costs it more than running it.
 */
export function statementName(text: string): string | undefined {
  const known = names.get(text)
  if (known !== undefined || names.size >= MOST) return known
  const name = `lianxin_${names.size}`
  names.set(text, name)
  return name
}
