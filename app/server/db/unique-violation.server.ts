/**
 * Whether a write failed because another row has the value that must be unique: Prisma's P2002, or what
 * the adapter passes on unmapped from the embedded database.
 */
export function isUniqueViolation(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if ('code' in error && (error.code === 'P2002' || error.code === '23505')) return true
  return error.message.startsWith('duplicate key value violates unique constraint')
}
