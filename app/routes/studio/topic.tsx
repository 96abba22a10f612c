import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { editTopic } from '~/commands/edit-topic.server'
import { moveTopicStage } from '~/commands/move-topic-stage.server'
import { pauseTopic } from '~/commands/pause-topic.server'
import { Beside } from '~/components/desk/beside'
import { BelowHeading } from '~/components/desk/below-heading'
import { ConflictNotice } from '~/components/desk/conflict-notice'
import { pageMeta } from '~/components/layout/page-meta'
import { MissingList } from '~/components/studio-desk/missing-list'
import { StageMoves } from '~/components/studio-desk/stage-moves'
import { TopicForm } from '~/components/studio-desk/topic-form'
import { TopicSide } from '~/components/studio-desk/topic-side'
import { StageBridge } from '~/components/topic/stage-bridge'
import { Timeline } from '~/components/topic/timeline'
import { Breadcrumbs } from '~/components/ui/breadcrumbs'
import { Button } from '~/components/ui/button'
import { Disclosure } from '~/components/ui/disclosure'
import { Notice } from '~/components/ui/notice'
import { PageHeading } from '~/components/ui/page-heading'
import { PostForm } from '~/components/ui/post-form'
import { MetaLine } from '~/components/ui/ruled-list'
import { Section } from '~/components/ui/section'
import { AppError, isAppError } from '~/domain/errors'
import { isId } from '~/domain/shared/id'
import { STAGES } from '~/domain/topic/stage'
import { TOPIC_LIMITS } from '~/domain/topic/topic-text'
import type { Missing } from '~/domain/topic/transition'
import { conflictOf, type Conflict } from '~/forms/conflict'
import { parseForm, refusedForm, type FormState } from '~/forms/form'
import { closingDay, topicSchema } from '~/forms/topic'
import { version, written } from '~/forms/written'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import { staff } from '~/policies/access'
import { getStudioTopic } from '~/queries/get-studio-topic.server'
import { getTopicForm } from '~/queries/get-topic-form.server'
import type { SubmittedForm } from '~/server/http/form.server'
import { guardedAction, guardedLoader } from '~/server/http/guard.server'
import type { Scope } from '~/server/scope.server'

const studioPeople = staff('convener', 'liaison', 'admin')

export const meta = pageMeta<typeof loader>((t, found) => ({
  title: found?.found.topic.title ?? t('studioDesk.title'),
  unlisted: true,
}))

export const loader = guardedLoader(studioPeople, async ({ scope, params, url }) => {
  const found = await getStudioTopic(scope, params['topicId'] ?? '')
  const options = await getTopicForm(scope, { categoryId: found.topic.categoryId })
  return { found, options, done: url.searchParams.get('done') }
})

/** A form that came back: which, why, and what somebody faster did meanwhile. */
interface Returned {
  of: 'move' | 'edit' | 'pause'
  form?: FormState
  missing?: Missing[]
  conflict?: Conflict
}

export const action = guardedAction(studioPeople, async ({ scope, params, form }) => {
  const topicId = params['topicId'] ?? ''
  if (!isId(topicId)) throw new AppError('notFound')
  const intent = form.get('intent')
  if (intent === 'move') return move(scope, topicId, form)
  if (intent === 'pause' || intent === 'resume') return pause(scope, topicId, form, intent)
  return edit(scope, topicId, form)
})

const moveSchema = z.object({
  version: version(1),
  to: z.enum(STAGES),
  reason: written({ max: TOPIC_LIMITS.reason }),
})

async function move(scope: Scope, topicId: string, form: SubmittedForm) {
  const values = form.toObject()
  const parsed = parseForm(moveSchema, values)
  if (!parsed.ok) {
    if (!parsed.state.errors['reason']) throw new AppError('invalidInput')
    return data<Returned>({ of: 'move', form: parsed.state }, { status: 422 })
  }
  try {
    const moved = await moveTopicStage(scope, { topicId, ...parsed.data })
    if (moved.ok) {
      return redirect(
        `${paths.studioTopic(topicId, { done: `moved-${parsed.data.to}` })}#main`,
        303,
      )
    }
    const { missing } = moved
    const noReason = missing.length === 1 && missing[0]?.code === 'noReason'
    const refused = refusedForm(values, 'reason', { key: 'transition.missing.noReason' })
    return data<Returned>(noReason ? { of: 'move', form: refused } : { of: 'move', missing }, {
      status: 422,
    })
  } catch (error) {
    const conflict = conflictOf(error)
    return data<Returned>({ of: 'move', conflict, form: { values, errors: {} } }, { status: 409 })
  }
}

async function pause(
  scope: Scope,
  topicId: string,
  form: SubmittedForm,
  intent: 'pause' | 'resume',
) {
  const seen = version(1).safeParse(form.get('version'))
  if (!seen.success) throw new AppError('invalidInput')
  try {
    await pauseTopic(scope, { topicId, version: seen.data, paused: intent === 'pause' })
  } catch (error) {
    const conflict = conflictOf(error)
    return data<Returned>({ of: 'pause', conflict }, { status: 409 })
  }
  const done = intent === 'pause' ? 'paused' : 'resumed'
  return redirect(`${paths.studioTopic(topicId, { done })}#main`, 303)
}

async function edit(scope: Scope, topicId: string, form: SubmittedForm) {
  const values = form.toObject()
  const { topic: present } = await getStudioTopic(scope, topicId)
  const seen = version(1).safeParse(values['version'])
  if (!seen.success) throw new AppError('invalidInput')
  const parsed = parseForm(topicSchema({ now: scope.now, present }), values)
  if (!parsed.ok) return data<Returned>({ of: 'edit', form: parsed.state }, { status: 422 })
  try {
    await editTopic(scope, { topicId, version: seen.data, ...parsed.data })
  } catch (error) {
    if (isAppError(error) && error.code === 'notFound') {
      const refused = refusedForm(values, 'categoryId', { key: 'studioDesk.form.gone' })
      return data<Returned>({ of: 'edit', form: refused }, { status: 422 })
    }
    const conflict = conflictOf(error)
    return data<Returned>({ of: 'edit', conflict, form: { values, errors: {} } }, { status: 409 })
  }
  return redirect(`${paths.studioTopic(topicId, { done: 'edited' })}#main`, 303)
}

export default function StudioTopicPage() {
  const { t } = useTranslate()
  const { found, options, done } = useLoaderData<typeof loader>()
  const returned: Returned | undefined = useActionData<typeof action>()
  const { topic, moves, may } = found
  const target = paths.studioTopic(topic.id)
  return (
    <>
      <Breadcrumbs trail={[{ href: paths.studioDesk(), label: t('studioDesk.title') }]} />
      <PageHeading
        topic
        kicker={`${topic.code} · ${topic.studio.name}`}
        title={topic.title}
        lede={
          <>
            <p>{topic.question}</p>
            <MetaLine>
              <span>
                {t('studioDesk.counts', { voices: topic.voiceCount, comments: topic.commentCount })}
              </span>
              <a href={paths.topic(topic.id)}>{t('studioDesk.topic.public')}</a>
            </MetaLine>
          </>
        }
      />
      <BelowHeading>
        {returned?.conflict ? (
          <ConflictNotice conflict={returned.conflict} kept={returned.of === 'edit'} />
        ) : (
          !returned && <Done done={done} code={topic.code} />
        )}
        {returned?.missing && (
          <Notice kind="error" live>
            <MissingList missing={returned.missing} />
          </Notice>
        )}
      </BelowHeading>
      <BelowHeading>
        <StageBridge stage={topic.stage} />
      </BelowHeading>
      <Beside side={<TopicSide topic={topic} mayWrite={may.writeSummary} />}>
        <Section id="moves" title={t('studioDesk.topic.moves')}>
          <StageMoves
            topic={topic}
            moves={moves}
            action={`${target}#moves`}
            form={returned?.of === 'move' ? returned.form : undefined}
          />
        </Section>
        <Section id="edit" title={t('studioDesk.topic.edit')}>
          {may.edit ? (
            <Disclosure
              summary={t('studioDesk.topic.edit.open')}
              open={returned?.of === 'edit' || topic.background.trim() === ''}
            >
              <TopicForm
                action={`${target}#edit`}
                options={options}
                initial={{
                  title: topic.title,
                  question: topic.question,
                  background: topic.background,
                  categoryId: topic.categoryId,
                  districtId: topic.districtId ?? '',
                  tags: topic.tags.join(' '),
                  closesOn: closingDay(topic.closesAt),
                  mode: topic.mode,
                }}
                form={returned?.of === 'edit' ? returned.form : undefined}
                hidden={{ intent: 'edit', version: topic.version }}
                button={t('studioDesk.topic.edit.button')}
              />
            </Disclosure>
          ) : (
            <p>{t('studioDesk.topic.edit.closed')}</p>
          )}
        </Section>
        {may.pause && <Pause topic={topic} action={target} />}
        <Disclosure summary={t('studioDesk.topic.timeline')}>
          <Timeline topicId={topic.id} entries={found.timeline} />
        </Disclosure>
      </Beside>
    </>
  )
}

function Pause(props: { topic: { version: number; paused: boolean }; action: string }) {
  const { t } = useTranslate()
  const { topic } = props
  return (
    <Section
      id="pause"
      title={t('studioDesk.topic.pause.title')}
      lede={t(topic.paused ? 'studioDesk.topic.pausedNow' : 'studioDesk.topic.pause.hint')}
    >
      <PostForm action={props.action}>
        <input type="hidden" name="intent" value={topic.paused ? 'resume' : 'pause'} />
        <input type="hidden" name="version" value={topic.version} />
        <Button variant="secondary">
          {t(topic.paused ? 'studioDesk.topic.resume' : 'studioDesk.topic.pause')}
        </Button>
      </PostForm>
    </Section>
  )
}

function Done({ done, code }: { done: string | null; code: string }) {
  const { t } = useTranslate()
  const to = STAGES.find((stage) => done === `moved-${stage}`)
  const words = to
    ? t('studioDesk.done.moved', { stage: t(`stage.${to}`) })
    : done === 'opened'
      ? t('studioDesk.done.opened', { code })
      : done === 'edited' ||
          done === 'paused' ||
          done === 'resumed' ||
          done === 'published' ||
          done === 'merged'
        ? t(`studioDesk.done.${done}`)
        : null
  return words && <Notice kind="success" title={words} live />
}
