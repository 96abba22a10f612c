import { guardedLoader } from '~/server/http/guard.server'
import { pendingMigrations } from '~/server/db/migrate.server'
import { everybody } from '~/policies/access'

export const loader = guardedLoader(everybody, async ({ scope }) => {
  const { database, migrations, version } = scope.container
  try {
    const pending = await pendingMigrations(database, migrations)
    return Response.json({
      status: 'ok',
      database: database.kind,
      pendingMigrations: pending.map((migration) => migration.name),
      version,
    })
  } catch (error) {
    scope.container.log.error({ err: error, requestId: scope.requestId }, 'the database is away')
    return Response.json(
      { status: 'unavailable', database: database.kind, pendingMigrations: null, version },
      { status: 503 },
    )
  }
})
