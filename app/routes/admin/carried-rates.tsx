import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { AdminPage } from '~/components/admin/admin-page'
import { CarriedRateForm, measureWords } from '~/components/admin/carried-rate-form'
import { Entry, EntryList, EntrySheet } from '~/components/admin/entry-list'
import { FormNotices, readDone } from '~/components/admin/form-notices'
import { typedValues } from '~/components/admin/typed-values'
import { pageMeta } from '~/components/layout/page-meta'
import { Actions, Button, ButtonLink } from '~/components/ui/button'
import { EmptyState } from '~/components/ui/empty-state'
import { Pager } from '~/components/ui/pager'
import { PostForm } from '~/components/ui/post-form'
import { addCarriedRate } from '~/commands/add-carried-rate.server'
import { removeCarriedRate } from '~/commands/remove-carried-rate.server'
import { carriedRateSchema } from '~/forms/carried-rate'
import { submitForm } from '~/forms/submit'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import { administrators } from '~/policies/administration'
import { listCarriedChoices, listCarriedRates } from '~/queries/list-carried-rates.server'
import { entryOfForm } from '~/server/http/entry-id.server'
import { guardedAction, guardedLoader } from '~/server/http/guard.server'

/** In place of an id: the form of a new one. */
const NEW = 'new'

export const loader = guardedLoader(administrators, async ({ scope, url }) => {
  const after = url.searchParams.get('after')
  return {
    ...(await listCarriedRates(scope, after)),
    choices: await listCarriedChoices(scope),
    after,
    edit: url.searchParams.get('edit'),
    done: readDone(url),
  }
})

export const action = guardedAction(administrators, async ({ scope, form, url }) => {
  if (form.get('intent') === 'remove') {
    await removeCarriedRate(scope, entryOfForm(url, NEW))
    throw redirect(paths.adminCarriedRates({ done: 'removed' }), 303)
  }
  const result = await submitForm(carriedRateSchema, form.toObject(), (fields) =>
    addCarriedRate(scope, fields),
  )
  if (result.ok) throw redirect(paths.adminCarriedRates({ done: 'saved' }), 303)
  const { status, ...returned } = result
  return data({ returned }, { status })
})

export const meta = pageMeta((t) => ({ title: t('admin.carriedRates.title'), unlisted: true }))

export default function CarriedRates() {
  const { t } = useTranslate()
  const { entries, next, choices, after, edit: asked, done } = useLoaderData<typeof loader>()
  const returned = useActionData<typeof action>()?.returned
  const edit = returned ? NEW : asked
  const enter = (
    <ButtonLink href={paths.adminCarriedRates({ edit: NEW })}>
      {t('admin.carriedRates.new')}
    </ButtonLink>
  )
  const place = { after: after ?? undefined }
  return (
    <AdminPage
      at="carriedRates"
      title={t('admin.carriedRates.title')}
      lede={t('admin.carriedRates.lede')}
      actions={edit !== NEW && enter}
    >
      <FormNotices returned={returned} done={done} />
      {edit === NEW && (
        <EntrySheet id="new" title={t('admin.carriedRates.new')}>
          <CarriedRateForm choices={choices} typed={typedValues(returned?.form, t)} />
        </EntrySheet>
      )}
      {entries.length === 0 && edit !== NEW && (
        <EmptyState title={t('admin.carriedRates.none.title')} action={enter}>
          {t('admin.carriedRates.none.text')}
        </EmptyState>
      )}
      {entries.length > 0 && (
        <EntryList label={t('admin.carriedRates.title')}>
          {entries.map((entry) => (
            <CarriedRate
              key={entry.id}
              entry={entry}
              removing={entry.id === edit}
              removeHref={`${paths.adminCarriedRates({ ...place, edit: entry.id })}#entry-${entry.id}`}
              backHref={paths.adminCarriedRates(place)}
            />
          ))}
        </EntryList>
      )}
      <Pager
        newerHref={after ? paths.adminCarriedRates() : null}
        newerLabel={t('admin.carriedRates.first')}
        olderHref={next && paths.adminCarriedRates({ after: next })}
        olderLabel={t('admin.carriedRates.next')}
      />
    </AdminPage>
  )
}

type Listed = ReturnType<typeof useLoaderData<typeof loader>>['entries'][number]

function CarriedRate(props: {
  entry: Listed
  removing: boolean
  removeHref: string
  backHref: string
}) {
  const { t } = useTranslate()
  const { entry } = props
  const name = [
    entry.month,
    entry.department,
    measureWords(entry.measure, t),
    ...(entry.days === null ? [] : [t('admin.carriedRates.daysEach', { n: entry.days })]),
  ].join(' · ')
  return (
    <Entry
      id={entry.id}
      name={name}
      facts={<span>{t('admin.carriedRates.times', { n: entry.count })}</span>}
      edit={null}
      actions={
        !props.removing && (
          <a href={props.removeHref} aria-label={t('admin.carriedRates.removeOf', { name })}>
            {t('admin.carriedRates.remove')}
          </a>
        )
      }
      sheet={
        props.removing && (
          <EntrySheet id="remove" title={t('admin.carriedRates.removeOf', { name })}>
            <p>{t('admin.carriedRates.remove.text')}</p>
            <PostForm>
              <input type="hidden" name="intent" value="remove" />
              <Actions>
                <Button variant="danger">{t('admin.remove')}</Button>
                <a href={props.backHref}>{t('admin.cancel')}</a>
              </Actions>
            </PostForm>
          </EntrySheet>
        )
      }
    >
      <p>
        {[entry.category, entry.district ?? t('admin.carriedRates.district.none'), entry.reason]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </Entry>
  )
}
