import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { citeComments } from '~/commands/cite-comments.server'
import { publishSummary } from '~/commands/publish-summary.server'
import { saveSummary } from '~/commands/save-summary.server'
import { Beside } from '~/components/desk/beside'
import { BelowHeading } from '~/components/desk/below-heading'
import { ConflictNotice } from '~/components/desk/conflict-notice'
import { pageMeta } from '~/components/layout/page-meta'
import { CitationPicker } from '~/components/summary/citation-picker'
import { Coverage } from '~/components/summary/coverage'
import { SummaryForm } from '~/components/summary/summary-form'
import { SummarySide } from '~/components/summary/summary-side'
import { OutcomeDocument } from '~/components/topic/outcome-document'
import { Breadcrumbs } from '~/components/ui/breadcrumbs'
import { ButtonLink } from '~/components/ui/button'
import { Notice } from '~/components/ui/notice'
import { PageHeading } from '~/components/ui/page-heading'
import { COMMENT_KINDS, STANCES } from '~/domain/comment/comment'
import { AppError, isAppError } from '~/domain/errors'
import { SUMMARY_LIMITS, type SummaryMissing } from '~/domain/outcome/summary'
import { VOICES } from '~/domain/person/role'
import { isId } from '~/domain/shared/id'
import { conflictOf, type Conflict } from '~/forms/conflict'
import { refusedForm, type FormState } from '~/forms/form'
import {
  applyIntent,
  parseSummaryForm,
  pointKeys,
  readIntent,
  type SummaryIntent,
} from '~/forms/summary'
import { listed, listValues, version } from '~/forms/written'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import { staff } from '~/policies/access'
import type { SummaryDraft } from '~/queries/get-summary-draft.server'
import { getSummaryEditor } from '~/queries/get-summary-editor.server'
import { getCitableConversation, listCitableComments } from '~/queries/list-citable-comments.server'
import type { SubmittedForm } from '~/server/http/form.server'
import { guardedAction, guardedLoader } from '~/server/http/guard.server'
import type { Scope } from '~/server/scope.server'

const studioPeople = staff('convener', 'liaison', 'admin')

export const meta = pageMeta((t) => ({ title: t('summary.editor.title'), unlisted: true }))

/** Which comments the picker shows, as the address says; unknown words count as none. */
function placeOf(url: URL) {
  const query = url.searchParams
  const oneOf = <Value extends string>(values: readonly Value[], name: string) =>
    values.find((value) => value === query.get(name))
  const point = query.get('point')
  return {
    point: point && isId(point) ? point : undefined,
    conversation: query.get('conversation') || undefined,
    stance: oneOf(STANCES, 'stance'),
    kind: oneOf(COMMENT_KINDS, 'kind'),
    voice: oneOf(VOICES, 'voice'),
    uncited: query.get('uncited') === '1' ? ('1' as const) : undefined,
    after: query.get('after') || undefined,
  }
}

export const loader = guardedLoader(studioPeople, async ({ scope, params, url }) => {
  const topicId = params['topicId'] ?? ''
  const editor = await getSummaryEditor(scope, topicId)
  const place = placeOf(url)
  const index = editor.draft?.points.findIndex(({ id }) => id === place.point) ?? -1
  const point = editor.draft?.points[index]
  const { draft } = editor
  const picker =
    draft && point
      ? {
          point,
          number: index + 1,
          ...(place.conversation
            ? await getCitableConversation(
                scope,
                topicId,
                draft.id,
                place.conversation,
                place.after,
              )
            : await listCitableComments(scope, topicId, draft.id, {
                filter: { ...place, uncited: place.uncited === '1' },
                after: place.after,
              })),
        }
      : null
  return {
    editor,
    picker,
    place: { ...place, point: place.point ?? '' },
    preview: url.searchParams.get('preview') === '1',
    reader: scope.viewer?.displayName ?? '',
    now: scope.now,
    done: url.searchParams.get('done'),
  }
})

/** A form that came back: which, why, and what somebody faster did meanwhile. */
interface Returned {
  of: 'summary' | 'pick'
  form: FormState
  conflict?: Conflict
}

export const action = guardedAction(studioPeople, async ({ scope, params, url, form }) => {
  const topicId = params['topicId'] ?? ''
  if (!isId(topicId)) throw new AppError('notFound')
  if (form.get('intent') === 'pick') return pick(scope, topicId, form, url)
  return save(scope, topicId, form)
})

async function save(scope: Scope, topicId: string, form: SubmittedForm) {
  const values = listValues(form, 'points')
  // The first that was pressed: a browser sends one button alone.
  const intent = readIntent(form.get('intent'))
  const parsed = parseSummaryForm(values)
  if (!parsed.ok) return data<Returned>({ of: 'summary', form: parsed.state }, { status: 422 })
  const keys = pointKeys(values)
  // Without a draft there are no saved points: those of one that was published meanwhile begin anew.
  const typed = parsed.data.points.map((point) =>
    parsed.data.version === 0 ? { ...point, id: null } : point,
  )
  const points = applyIntent(typed, keys, intent)
  if (points.length > SUMMARY_LIMITS.points) {
    const refused = refusedForm(values, 'form', {
      key: 'summary.editor.tooMany',
      params: { max: SUMMARY_LIMITS.points },
    })
    return data<Returned>({ of: 'summary', form: refused }, { status: 422 })
  }
  try {
    const saved = await saveSummary(scope, { topicId, ...parsed.data, points })
    if (intent.do === 'publish') {
      const published = await publishSummary(scope, { topicId, version: saved.version })
      return redirect(
        published.ok
          ? paths.studioTopic(topicId, { done: 'published' })
          : `${paths.summaryEditor(topicId, { done: 'incomplete' })}#main`,
        303,
      )
    }
    return redirect(afterSaving(topicId, intent, keys, saved.pointIds), 303)
  } catch (error) {
    const conflict = conflictOf(error)
    return data<Returned>(
      { of: 'summary', conflict, form: { values, errors: {} } },
      { status: 409 },
    )
  }
}

/** Back to the point that the button belonged to, or on to what it asked for. */
function afterSaving(
  topicId: string,
  intent: SummaryIntent,
  keys: readonly string[],
  ids: readonly string[],
): string {
  const idOf = (index: number) => ids[index] ?? ''
  switch (intent.do) {
    case 'preview':
      return paths.summaryEditor(topicId, { preview: '1' })
    case 'add':
      return `${paths.summaryEditor(topicId)}#p-${idOf(ids.length - 1)}`
    case 'cite': {
      const point = idOf(keys.indexOf(intent.key))
      return paths.summaryEditor(topicId, { point })
    }
    case 'up':
    case 'down': {
      const index = keys.indexOf(intent.key) + (intent.do === 'up' ? -1 : 1)
      return `${paths.summaryEditor(topicId)}#p-${idOf(Math.max(0, index))}`
    }
    default:
      return `${paths.summaryEditor(topicId, { done: 'saved' })}#main`
  }
}

async function pick(scope: Scope, topicId: string, form: SubmittedForm, url: URL) {
  const place = placeOf(url)
  const values = listValues(form, 'cite')
  const seen = version(1).safeParse(values['version'])
  if (!place.point || !seen.success) throw new AppError('invalidInput')
  const cite = listed(values, 'cite').filter(isId)
  const shown = listed(values, 'shown').filter(isId)
  try {
    await citeComments(scope, {
      topicId,
      pointId: place.point,
      version: seen.data,
      cite,
      drop: shown.filter((id) => !cite.includes(id)),
    })
  } catch (error) {
    if (isAppError(error) && error.params['problem'] === 'tooManyCitations') {
      const refused = refusedForm(values, 'cite', {
        key: 'summary.picker.tooMany',
        params: { max: SUMMARY_LIMITS.citationsPerPoint },
      })
      return data<Returned>({ of: 'pick', form: refused }, { status: 422 })
    }
    const conflict = conflictOf(error)
    return data<Returned>({ of: 'pick', conflict, form: { values, errors: {} } }, { status: 409 })
  }
  const [then, id] = (values['then'] ?? 'back').split(':')
  if (then === 'next') return redirect(paths.summaryEditor(topicId, { ...place, after: id }), 303)
  if (then === 'conversation') {
    const query = { point: place.point, conversation: id }
    return redirect(paths.summaryEditor(topicId, query), 303)
  }
  return redirect(`${paths.summaryEditor(topicId, { done: 'cited' })}#p-${place.point}`, 303)
}

export default function SummaryEditorPage() {
  const { t } = useTranslate()
  const { editor, picker, place, preview, reader, now, done } = useLoaderData<typeof loader>()
  const returned: Returned | undefined = useActionData<typeof action>()
  const { topic, draft, may, missing } = editor
  const target = paths.summaryEditor(topic.id)
  const trail = [
    { href: paths.studioDesk(), label: t('studioDesk.title') },
    { href: paths.studioTopic(topic.id), label: topic.title },
  ]
  const conflict = returned?.conflict && <ConflictNotice conflict={returned.conflict} kept />

  if (preview && draft) {
    return (
      <>
        <Breadcrumbs trail={[...trail, { href: target, label: t('summary.editor.title') }]} />
        <PageHeading topic kicker={t('summary.title')} title={topic.title} />
        <BelowHeading>
          <Notice kind="info" title={t('summary.draftNote')}>
            <a href={target}>{t('summary.editor.backToEdit')}</a>
          </Notice>
        </BelowHeading>
        <OutcomeDocument
          topic={{ ...topic, studio: topic.studio.name }}
          summary={asPublished(draft, reader, now)}
        />
        <p>
          <ButtonLink variant="secondary" href={target}>
            {t('summary.editor.backToEdit')}
          </ButtonLink>
        </p>
      </>
    )
  }
  if (picker && draft && may.write) {
    return (
      <>
        <Breadcrumbs trail={[...trail, { href: target, label: t('summary.editor.title') }]} />
        <PageHeading title={t('summary.picker.title', { n: picker.number })} />
        <BelowHeading>{conflict}</BelowHeading>
        <Beside side={<Coverage coverage={editor.coverage} />}>
          <CitationPicker
            topicId={topic.id}
            point={picker.point}
            number={picker.number}
            version={draft.version}
            place={place}
            conversations={picker.conversations}
            next={picker.next}
            form={returned?.of === 'pick' ? returned.form : undefined}
          />
        </Beside>
      </>
    )
  }
  return (
    <>
      <Breadcrumbs trail={trail} />
      <PageHeading title={t('summary.editor.title')} lede={<p>{t('summary.editor.lede')}</p>} />
      <BelowHeading>
        {conflict ?? (!returned && <Done done={done} missing={missing ?? []} />)}
      </BelowHeading>
      <Beside side={<SummarySide editor={editor} missing={missing} />}>
        {may.write ? (
          <SummaryForm
            action={target}
            draft={draft}
            form={returned?.of === 'summary' ? returned.form : undefined}
            mayPublish={may.publish}
            publishHint={t(publishHint(topic.stage, may.publish))}
          />
        ) : (
          <p>{t('summary.editor.closed')}</p>
        )}
      </Beside>
    </>
  )
}

/** The draft as it would be read, were it published now by this reader. */
function asPublished(draft: SummaryDraft, publishedBy: string, publishedAt: Date) {
  return {
    ...draft,
    publishedBy,
    publishedAt,
    points: draft.points.map((point) => ({
      ...point,
      citations: point.citations.map(({ commentId, words, ...author }) => ({
        commentId,
        words: words.kind === 'words' ? { ...author, ...words } : null,
        gone: words.kind === 'words' ? null : words.kind,
      })),
    })),
  }
}

function publishHint(stage: string, may: boolean) {
  if (may) return 'summary.editor.publishHint' as const
  return stage === 'deliberating'
    ? ('summary.editor.publish.later' as const)
    : ('summary.editor.publish.convener' as const)
}

function Done({ done, missing }: { done: string | null; missing: readonly SummaryMissing[] }) {
  const { t } = useTranslate()
  if (done === 'incomplete' && missing.length > 0) {
    return (
      <Notice kind="warning" title={t('summary.editor.incomplete')} live>
        <ul>
          {missing.map(({ code, n }) => (
            <li key={`${code} ${n}`}>{t(`summary.missing.${code}`, { n })}</li>
          ))}
        </ul>
      </Notice>
    )
  }
  if (done !== 'saved' && done !== 'cited') return null
  return <Notice kind="success" title={t(`summary.done.${done}`)} live />
}
