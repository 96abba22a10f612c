import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { AdminPage } from '~/components/admin/admin-page'
import { DueRuleForm } from '~/components/admin/due-rule-form'
import { Entry, EntryList, EntrySheet } from '~/components/admin/entry-list'
import { FormNotices, readDone } from '~/components/admin/form-notices'
import { RemoveEntry } from '~/components/admin/remove-entry'
import { typedValues } from '~/components/admin/typed-values'
import { pageMeta } from '~/components/layout/page-meta'
import { ButtonLink } from '~/components/ui/button'
import { EmptyState } from '~/components/ui/empty-state'
import { removeDueRule } from '~/commands/remove-due-rule.server'
import { saveDueRule } from '~/commands/save-due-rule.server'
import { COMMENT_TERM_WORKING_DAYS, TOPIC_TERM_WORKING_DAYS } from '~/domain/response/due'
import { dueRuleSchema } from '~/forms/due-rule'
import { submitForm } from '~/forms/submit'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import { administrators } from '~/policies/administration'
import { listDueRules } from '~/queries/list-due-rules.server'
import { entryOfForm } from '~/server/http/entry-id.server'
import { guardedAction, guardedLoader } from '~/server/http/guard.server'

/** In place of an id: the form of a new one. */
const NEW = 'new'

export const loader = guardedLoader(administrators, async ({ scope, url }) => ({
  ...(await listDueRules(scope)),
  edit: url.searchParams.get('edit'),
  done: readDone(url),
}))

export const action = guardedAction(administrators, async ({ scope, form, url }) => {
  const id = entryOfForm(url, NEW)
  if (form.get('intent') === 'remove') {
    await removeDueRule(scope, id)
    throw redirect(paths.adminDueRules({ done: 'removed' }), 303)
  }
  const result = await submitForm(dueRuleSchema, form.toObject(), ({ version, ...fields }) =>
    saveDueRule(scope, { seen: id === NEW ? null : { id, version: version ?? 0 }, fields }),
  )
  if (result.ok) throw redirect(paths.adminDueRules({ done: 'saved' }), 303)
  const { status, ...returned } = result
  return data({ returned }, { status })
})

export const meta = pageMeta((t) => ({ title: t('admin.dueRules.title'), unlisted: true }))

export default function DueRules() {
  const { t } = useTranslate()
  const { rules, categories, edit: asked, done } = useLoaderData<typeof loader>()
  const returned = useActionData<typeof action>()?.returned
  // A form that came without an entry is the form of a new one.
  const edit = asked ?? (returned ? NEW : null)
  const typed = typedValues(returned?.form, t)
  const enter = (
    <ButtonLink href={paths.adminDueRules({ edit: NEW })}>{t('admin.dueRules.new')}</ButtonLink>
  )
  return (
    <AdminPage
      at="dueRules"
      title={t('admin.dueRules.title')}
      lede={t('admin.dueRules.lede', {
        topic: TOPIC_TERM_WORKING_DAYS,
        comment: COMMENT_TERM_WORKING_DAYS,
      })}
      actions={edit !== NEW && enter}
    >
      <FormNotices returned={returned} done={done} present={rules.find(({ id }) => id === edit)} />
      {edit === NEW && (
        <EntrySheet id="new" title={t('admin.dueRules.new')}>
          <DueRuleForm rule={null} categories={categories} typed={typed} />
        </EntrySheet>
      )}
      {rules.length === 0 && edit !== NEW && (
        <EmptyState title={t('admin.dueRules.none.title')} action={enter}>
          {t('admin.dueRules.none.text')}
        </EmptyState>
      )}
      {rules.length > 0 && (
        <EntryList label={t('admin.dueRules.title')}>
          {rules.map((rule) => {
            const name = [
              rule.category ?? t('admin.dueRules.allCategories'),
              t(rule.subject ? `admin.dueRules.subject.${rule.subject}` : 'admin.dueRules.all'),
            ].join(' · ')
            return (
              <Entry
                key={rule.id}
                id={rule.id}
                position={rule.workingDays}
                name={name}
                facts={<span>{t('admin.dueRules.days', { n: rule.workingDays })}</span>}
                edit={
                  rule.id === edit ? null : { href: paths.adminDueRules({ edit: rule.id }), name }
                }
                sheet={
                  rule.id === edit && (
                    <EntrySheet id="edit" title={t('admin.editOf', { name })}>
                      <DueRuleForm rule={rule} categories={categories} typed={typed} />
                      <RemoveEntry />
                    </EntrySheet>
                  )
                }
              />
            )
          })}
        </EntryList>
      )}
    </AdminPage>
  )
}
