import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { savePassage } from '~/commands/save-passage.server'
import { Entry, EntryList, EntrySheet } from '~/components/admin/entry-list'
import { FormNotices, readDone } from '~/components/admin/form-notices'
import { typedValues } from '~/components/admin/typed-values'
import { BelowHeading } from '~/components/desk/below-heading'
import { PassageForm } from '~/components/desk/passage-form'
import { pageMeta } from '~/components/layout/page-meta'
import { Breadcrumbs } from '~/components/ui/breadcrumbs'
import { ButtonLink } from '~/components/ui/button'
import { EmptyState } from '~/components/ui/empty-state'
import { LinkTabs } from '~/components/ui/link-tabs'
import { PageHeading } from '~/components/ui/page-heading'
import { Tag } from '~/components/ui/tag'
import { AppError } from '~/domain/errors'
import { isId } from '~/domain/shared/id'
import { formatDate } from '~/domain/shared/shanghai-time'
import { passageSchema } from '~/forms/response'
import { submitForm } from '~/forms/submit'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import { staff } from '~/policies/access'
import { getPassages } from '~/queries/get-passages.server'
import { guardedAction, guardedLoader } from '~/server/http/guard.server'

const officials = staff('official:draft', 'official:sign')

/** In place of an id: the form of a new one. */
const NEW = 'new'

export const meta = pageMeta((t) => ({ title: t('answer.passages.title'), unlisted: true }))

export const loader = guardedLoader(officials, async ({ scope, url }) => ({
  ...(await getPassages(scope, url.searchParams.get('department') || undefined)),
  edit: url.searchParams.get('edit'),
  done: readDone(url),
}))

export const action = guardedAction(officials, async ({ scope, form, url }) => {
  const { department } = await getPassages(scope, url.searchParams.get('department') || undefined)
  const edit = url.searchParams.get('edit') ?? NEW
  if (edit !== NEW && !isId(edit)) throw new AppError('notFound')
  const id = edit === NEW ? null : edit
  const result = await submitForm(
    passageSchema,
    form.toObject(),
    async ({ version, ...fields }) => ({
      ok: true as const,
      ...(await savePassage(scope, {
        id,
        departmentId: department.id,
        version,
        fields: { ...fields, active: id === null || fields.active },
      })),
    }),
  )
  if (result.ok) {
    throw redirect(paths.passages({ department: department.id, done: 'saved' }), 303)
  }
  const { status, ...returned } = result
  return data({ returned }, { status })
})

export default function PassagesPage() {
  const { t, language } = useTranslate()
  const { department, departments, passages, edit: asked, done } = useLoaderData<typeof loader>()
  const returned = useActionData<typeof action>()?.returned
  const edit = asked ?? (returned ? NEW : null)
  const typed = typedValues(returned?.form, t)
  const to = (entry?: string) => paths.passages({ department: department.id, edit: entry })
  const enter = <ButtonLink href={to(NEW)}>{t('answer.passages.new')}</ButtonLink>
  return (
    <>
      <Breadcrumbs trail={[{ href: paths.desk(), label: t('desk.title') }]} />
      <PageHeading
        title={t('answer.passages.title')}
        lede={<p>{t('answer.passages.lede', { department: department.name })}</p>}
        actions={edit !== NEW && enter}
      />
      {departments.length > 1 && (
        <LinkTabs
          label={t('desk.item.as')}
          tabs={departments.map(({ id, name }) => ({
            href: paths.passages({ department: id }),
            label: name,
            current: id === department.id,
          }))}
        />
      )}
      <BelowHeading>
        <FormNotices returned={returned} done={done} />
      </BelowHeading>
      {edit === NEW && (
        <EntrySheet id="new" title={t('answer.passages.new')}>
          <PassageForm passage={null} others={passages} backHref={to()} typed={typed} />
        </EntrySheet>
      )}
      {passages.length === 0 && edit !== NEW && (
        <EmptyState title={t('answer.passages.none')} action={enter}>
          <p>{t('answer.passages.noneText')}</p>
        </EmptyState>
      )}
      {passages.length > 0 && (
        <EntryList label={t('answer.passages.title')}>
          {passages.map((passage) => (
            <Entry
              key={passage.id}
              id={passage.id}
              position={passage.position}
              name={passage.title}
              facts={
                <>
                  <Tag>{t(`answer.passages.kind.${passage.kind}`)}</Tag>
                  {!passage.active && <Tag>{t('admin.inactive')}</Tag>}
                  <span>
                    {t('answer.passages.changed', {
                      name: passage.changedBy,
                      date: formatDate(passage.changedAt, language),
                    })}
                  </span>
                </>
              }
              edit={passage.id === edit ? null : { href: to(passage.id), name: passage.title }}
              sheet={
                passage.id === edit && (
                  <EntrySheet id="edit" title={t('admin.editOf', { name: passage.title })}>
                    <PassageForm
                      passage={passage}
                      others={passages}
                      backHref={to()}
                      typed={typed}
                    />
                  </EntrySheet>
                )
              }
            >
              {passage.id !== edit && <p className="prose">{passage.text}</p>}
            </Entry>
          ))}
        </EntryList>
      )}
    </>
  )
}
