import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { withdrawComment } from '~/commands/withdraw-comment.server'
import { pageMeta } from '~/components/layout/page-meta'
import { Stack } from '~/components/layout/stack'
import { Breadcrumbs } from '~/components/ui/breadcrumbs'
import { Actions, Button, ButtonLink } from '~/components/ui/button'
import { PageHeading } from '~/components/ui/page-heading'
import { PostForm } from '~/components/ui/post-form'
import { Section } from '~/components/ui/section'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import { signedIn } from '~/policies/access'
import { getOwnComment } from '~/queries/get-own-comment.server'
import { guardedAction, guardedLoader } from '~/server/http/guard.server'

export const loader = guardedLoader(signedIn, async ({ scope, params }) => {
  const comment = await getOwnComment(scope, params['commentId'] ?? '')
  // What is taken back already has its receipt to say so.
  if (comment.status === 'withdrawn') throw redirect(paths.receipt(comment.id))
  const { id, html, lang, status, topic } = comment
  return { id, html, lang, isPublic: status === 'published', title: topic.title }
})

export const action = guardedAction(signedIn, async ({ scope, params }) => {
  const commentId = params['commentId'] ?? ''
  await withdrawComment(scope, commentId)
  return redirect(paths.receipt(commentId), 303)
})

export const meta = pageMeta((t) => ({ title: t('comment.withdraw.title'), unlisted: true }))

export default function WithdrawComment() {
  const comment = useLoaderData<typeof loader>()
  const { t } = useTranslate()
  return (
    <Stack>
      <Breadcrumbs
        trail={[
          { href: paths.me(), label: t('receipt.allMine') },
          { href: paths.receipt(comment.id), label: t('receipt.title') },
        ]}
      />
      <PageHeading
        title={t('comment.withdraw.title')}
        lede={
          <>
            <p>{t(comment.isPublic ? 'comment.withdraw.public' : 'comment.withdraw.waiting')}</p>
            <p>{t('comment.withdraw.final')}</p>
          </>
        }
      />
      <Section id="words" title={t('comment.withdraw.text')}>
        <div
          className="prose"
          lang={comment.lang}
          dangerouslySetInnerHTML={{ __html: comment.html }}
        />
      </Section>
      <PostForm action={paths.withdrawComment(comment.id)}>
        <Actions>
          <Button variant="danger">{t('comment.withdraw.submit')}</Button>
          <ButtonLink href={paths.receipt(comment.id)} variant="quiet">
            {t('comment.withdraw.cancel')}
          </ButtonLink>
        </Actions>
      </PostForm>
    </Stack>
  )
}
