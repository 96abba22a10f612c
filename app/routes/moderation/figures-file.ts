import { figuresTable } from '~/components/moderation/figures-table'
import { figurePeriod } from '~/domain/moderation/figures'
import { shanghaiDate } from '~/domain/shared/shanghai-time'
import { CATALOGUES } from '~/i18n/catalogues'
import { translator } from '~/i18n/translate'
import { moderators } from '~/policies/moderation'
import { getModerationFigures } from '~/queries/get-moderation-figures.server'
import { csvFile } from '~/server/export/csv.server'
import { guardedLoader } from '~/server/http/guard.server'

/** The figures of a period as a file for spreadsheets: what the viewer sees on the page, and no more. */
export const loader = guardedLoader(moderators, async ({ scope, url }) => {
  const period = figurePeriod(url.searchParams.get('days'))
  const figures = await getModerationFigures(scope, period)
  const { head, rows } = figuresTable(figures, translator(CATALOGUES[scope.language]))
  return csvFile(`review-figures-${shanghaiDate(scope.now)}-${period}d`, head, rows)
})
