import type { NoticeFact } from '~/domain/notice/notice'
import type { Translate } from './translate'

/**
 * A notice in one sentence, as its reader is told: in the product, in a mail, in a browser message.
 *
 * @param day writes a day such as `2025-07-14` for the reader
 */
export function noticeWords(
  t: Translate,
  notice: { fact: NoticeFact; own: boolean; topic: { title: string } },
  day: (day: string) => string,
): string {
  const { fact, own } = notice
  const topic = notice.topic.title
  const to = own ? 'own' : 'followed'
  switch (fact.kind) {
    case 'topicOpened':
      return t('notice.said.topicOpened', { topic, studio: fact.data.studio })
    case 'stageMoved':
      return t('notice.said.stageMoved', { topic, stage: t(`stage.${fact.data.to}`) })
    case 'topicMerged':
      return t('notice.said.topicMerged', { topic, title: fact.data.title })
    case 'responsePublished':
    case 'responseCorrected':
      return t(`notice.said.${fact.kind}.${to}`, { topic, department: fact.data.department })
    case 'summaryPublished':
      return own
        ? t('notice.said.summaryPublished.own', { topic })
        : t(`notice.said.summaryPublished.${fact.data.noConsensus ? 'noConsensus' : 'followed'}`, {
            topic,
          })
    case 'commentDecided':
      return t(
        `notice.said.commentDecided${fact.data.again ? '.again' : ''}.${fact.data.outcome}`,
        {
          topic,
        },
      )
    case 'commitmentProgress':
    case 'commitmentWithdrawn':
    case 'commitmentMoved':
    case 'commitmentOverdue':
      return t(`notice.said.${fact.kind}`, { topic, department: fact.data.department })
    case 'commitmentKept':
      return t(`notice.said.commitmentKept.${fact.data.late ? 'late' : 'inTime'}`, {
        topic,
        department: fact.data.department,
      })
    case 'commentAssigned':
    case 'assignmentExtended':
      return t(`notice.said.${fact.kind}`, {
        topic,
        department: fact.data.department,
        date: day(fact.data.dueOn),
      })
    case 'reopeningDecided':
      return fact.data.dueOn === null
        ? t('notice.said.reopeningDecided.declined', { topic })
        : t('notice.said.reopeningDecided.granted', { topic, date: day(fact.data.dueOn) })
    case 'appealUpheld':
    case 'commentReplied':
      return t(`notice.said.${fact.kind}`, { topic })
    case 'reportSettled':
      return t(`notice.said.reportSettled.${fact.data.upheld ? 'upheld' : 'dismissed'}`, { topic })
  }
}
