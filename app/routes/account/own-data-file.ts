import { shanghaiDate } from '~/domain/shared/shanghai-time'
import { requireOwner } from '~/commands/own-account.server'
import { recordDataExport } from '~/commands/record-data-export.server'
import { accountOwner } from '~/policies/second-factor'
import { getOwnData } from '~/queries/get-own-data.server'
import { limitRate } from '~/server/auth/rate-limit.server'
import { guardedLoader } from '~/server/http/guard.server'

/** Everything that is kept of the viewer, as a file. */
export const loader = guardedLoader(accountOwner, async ({ scope }) => {
  const { personId } = requireOwner(scope)
  await limitRate(scope, { name: 'own-data', limit: 10, windowSeconds: 3_600 }, personId)
  const ownData = await getOwnData(scope)
  await recordDataExport(scope)
  return new Response(JSON.stringify(ownData, null, 2), {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="lianxin-${shanghaiDate(scope.now)}.json"`,
    },
  })
})
