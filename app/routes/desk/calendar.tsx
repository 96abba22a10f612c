import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { renewCalendarLink, revokeCalendarLink } from '~/commands/renew-calendar-link.server'
import { BelowHeading } from '~/components/desk/below-heading'
import { pageMeta } from '~/components/layout/page-meta'
import { Stack } from '~/components/layout/stack'
import { Breadcrumbs } from '~/components/ui/breadcrumbs'
import { Actions, Button } from '~/components/ui/button'
import { TextField } from '~/components/ui/field'
import { Notice } from '~/components/ui/notice'
import { PageHeading } from '~/components/ui/page-heading'
import { PostForm } from '~/components/ui/post-form'
import { AppError } from '~/domain/errors'
import { formatDateTime } from '~/domain/shared/shanghai-time'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import { staff } from '~/policies/access'
import { getCalendarLink } from '~/queries/get-due-calendar.server'
import { guardedAction, guardedLoader } from '~/server/http/guard.server'
import { siteAddress } from '~/server/site-address.server'

const officials = staff('official:draft', 'official:sign')

const DONE = ['renewed', 'revoked'] as const

export const loader = guardedLoader(officials, async ({ scope, url }) => {
  const link = await getCalendarLink(scope)
  return {
    link: link && {
      address: siteAddress(scope.container, paths.dueCalendar(link.token)),
      createdAt: link.createdAt,
    },
    done: url.searchParams.get('done'),
  }
})

export const action = guardedAction(officials, async ({ scope, form }) => {
  const { intent } = form.toObject()
  if (intent === 'renew') await renewCalendarLink(scope)
  else if (intent === 'revoke') await revokeCalendarLink(scope)
  else throw new AppError('invalidInput')
  return redirect(paths.deskCalendar({ done: intent === 'renew' ? 'renewed' : 'revoked' }), 303)
})

export const meta = pageMeta((t) => ({ title: t('calendar.title'), unlisted: true }))

/** What is due, in the official's own calendar program. */
export default function DeskCalendar() {
  const { t, language } = useTranslate()
  const { link, done: asked } = useLoaderData<typeof loader>()
  const done = DONE.find((each) => each === asked)
  return (
    <>
      <Breadcrumbs trail={[{ href: paths.desk(), label: t('desk.title') }]} />
      <PageHeading title={t('calendar.title')} lede={<p>{t('calendar.lede')}</p>} />
      <BelowHeading>
        <Stack>
          {done && (
            <Notice kind="success" live>
              <p>{t(`calendar.done.${done}`)}</p>
            </Notice>
          )}
          {link ? (
            <>
              <TextField
                name="address"
                label={t('calendar.address')}
                hint={t('calendar.address.hint')}
                value={link.address}
                readOnly
              />
              <p>{t('calendar.secret')}</p>
              <p>{t('calendar.since', { at: formatDateTime(link.createdAt, language) })}</p>
            </>
          ) : (
            <p>{t('calendar.none')}</p>
          )}
          <PostForm>
            <Actions>
              <Button name="intent" value="renew" variant={link ? 'secondary' : 'primary'}>
                {t(link ? 'calendar.renew' : 'calendar.create')}
              </Button>
              {link && (
                <Button name="intent" value="revoke" variant="quiet">
                  {t('calendar.revoke')}
                </Button>
              )}
            </Actions>
          </PostForm>
        </Stack>
      </BelowHeading>
    </>
  )
}
