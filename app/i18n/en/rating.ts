import type { rating as source } from '../zh-hans/rating'

export const rating: Record<keyof typeof source, string> = {
  'rating.aspect.resolution': 'How far it is solved',
  'rating.aspect.attitude': 'Attitude',
  'rating.aspect.speed': 'Speed',
  'rating.grade.satisfied': 'Satisfied',
  'rating.grade.mostlySatisfied': 'Mostly satisfied',
  'rating.grade.dissatisfied': 'Dissatisfied',
  'rating.reason.result': 'Dissatisfied with the result',
  'rating.reason.attitude': 'Dissatisfied with the attitude',
  'rating.reason.speed': 'Dissatisfied with the speed',
  'rating.reason.beyondDuty': 'The matter is not in this department’s hands',

  'rating.title': 'Rate this response',
  'rating.lede':
    'What you raised has been answered. You are the one to say how well. You can rate it, and change your rating, until {date}.',
  'rating.answer': 'The response',
  'rating.answer.by': '{department} answered on {date}. Result: {result}',
  'rating.toTopic': 'Go to the topic',
  'rating.form.title': 'Your rating',
  'rating.resolution.missing': 'Choose how satisfied you are with how far it is solved.',
  'rating.attitude.missing': 'Choose how satisfied you are with the attitude.',
  'rating.speed.missing': 'Choose how satisfied you are with the speed.',
  'rating.reason.label': 'The main reason why you are dissatisfied',
  'rating.reason.hint': 'To be given where you chose “Dissatisfied” anywhere.',
  'rating.reason.missing': 'You are dissatisfied with something: choose the main reason.',
  'rating.text.label': 'What you want to say',
  'rating.text.hint':
    'Published with your display name once it was reviewed; the rating itself counts at once.',
  'rating.submit': 'Send rating',
  'rating.revise': 'Change rating',
  'rating.done': 'Your rating was received. Thank you.',
  'rating.done.asked':
    'Your request was passed on. You will be told whether it is granted, and why.',
  'rating.conflict':
    'You rated this in another window meanwhile. What you typed is below: check it and send it again.',
  'rating.own.waiting': 'Your words are being reviewed. Your rating counts already.',
  'rating.own.published': 'Your words are public.',
  'rating.own.refused':
    'Your words were not published: {reason}. Your rating stands; you can change your words and send them again.',
  'rating.problem.notRaised':
    'Those who raised the matter rate its answer: the authors of the comments it answers, or, where the whole topic was answered, everybody who spoke in it before.',
  'rating.problem.ownDepartment': 'Your own department gave this answer; its staff do not rate it.',
  'rating.problem.closed': 'The time to rate ended on {date}. Who did not rate is counted as such.',
  'rating.problem.unconfirmed': 'Confirm your telephone number to rate this answer.',
  'rating.problem.closed.now': 'The time to rate has just ended; this rating was not counted.',

  'rating.reopening.title': 'Ask that it be taken up again',
  'rating.reopening.lede':
    'If you are dissatisfied with how far it is solved, you can ask once that it be taken up again. The assigning office decides: it sets a new date, or says in public why not.',
  'rating.reopening.reason.label': 'What is still unsolved',
  'rating.reopening.reason.hint':
    'For the assigning office and the department only; not published.',
  'rating.reopening.reason.missing': 'Say what is still unsolved.',
  'rating.reopening.submit': 'Ask to take it up again',
  'rating.reopening.yours': 'Your request',
  'rating.reopening.waiting': 'Received {at}; waiting for the assigning office.',
  'rating.reopening.state.granted': 'Granted {at}; to be answered by {due}.',
  'rating.reopening.state.declined': 'Declined {at}.',
  'rating.reopening.explanation': 'Explanation',
  'rating.reopening.problem.reopened': 'The matter is being taken up again already.',
  'rating.reopening.problem.secondRound':
    'This is the answer after it was taken up again; that is done once.',
  'rating.reopening.problem.topicClosed': 'The topic is closed; nothing of it is taken up again.',

  'rating.side.declared': 'The department declares',
  'rating.side.residents': 'Those who raised it say',
  'rating.side.label': 'Declared result and residents’ ratings',
  'rating.side.nobody': 'Nobody has rated it yet',
  'rating.side.counts': '{invited} raised it, {rated} rated, {unrated} did not',
  'rating.side.open': 'Can be rated until {date}',
  'rating.side.closed': 'The time to rate is over',
  'rating.side.rate': 'I raised it: rate the answer',
  'rating.side.table': 'Residents’ ratings, in persons',
  'rating.side.aspect': 'What is rated',
  'rating.side.texts': 'Residents’ words ({n})',
  'rating.again': 'The answer after the matter was taken up again',

  'rating.toRate.title': 'Please rate',
  'rating.toRate.lede': 'What you raised has been answered. Tell us how well.',
  'rating.toRate.item': 'Rate the response of {department}',
  'rating.toRate.until': 'until {date}',
  'rating.answers.title': 'Responses and ratings',
  'rating.answers.read': 'Response of {department}',
  'rating.answers.rated': 'You rated it',
  'rating.answers.closed': 'The time to rate is over',

  'rating.review.title': 'Words beside ratings',
  'rating.review.lede':
    'What residents write beside a rating is public once it is approved; the rating itself counts already. The standards are those of comments.',
  'rating.review.count': 'Words beside ratings ({n})',
  'rating.review.empty.title': 'Nothing waits',
  'rating.review.empty.text': 'What residents write beside a rating is listed here.',
  'rating.review.of': 'On the response of {department}',
  'rating.review.publish': 'Approve and publish',
  'rating.review.refuse': 'Do not publish',
  'rating.review.refuse.open': 'Do not publish …',
  'rating.review.refusal.label': 'Explanation to the resident',
  'rating.review.refusal.hint': 'The resident reads it as it is.',
  'rating.review.refusal.missing': 'Say why it is not published: the resident reads it.',
  'rating.review.masked': 'Personal information will be hidden in public:',
  'rating.review.done.publish': 'Approved; the words are public.',
  'rating.review.done.refuse': 'Not published; the resident is told why.',
  'rating.review.conflict':
    'A colleague has decided on these words, or the resident has just changed them. Nothing was done twice.',

  'rating.received.title': 'Residents’ ratings',
  'rating.received.waiting': 'being reviewed, not public',
  'rating.received.refused': 'not published',

  'rating.text.refused':
    '[Lianxin] What you wrote beside your rating of the response to “{title}” was not published; the rating itself counts. Why: {link}',
  'rating.reopening.asked':
    '[Lianxin] Somebody whom the response did not satisfy asks that “{title}”, which you assigned, be taken up again. Please decide: {link}',
  'rating.reopening.granted':
    '[Lianxin] You asked that “{title}” be taken up again: granted, to be answered by {date}. See: {link}',
  'rating.reopening.declined':
    '[Lianxin] You asked that “{title}” be taken up again: declined. Why: {link}',

  'desk.followUp.title': 'Write down a follow-up',
  'desk.followUp.lede':
    'The answer of {department}. After you have asked those who raised the matter, write down here what you learned.',
  'desk.followUp.text': 'What you learned',
  'desk.followUp.hint':
    'When and how you asked, what residents say, and what comes next. Only the departments asked and whoever assigned read it; please leave out telephone numbers and the like.',
  'desk.followUp.missing': 'Please write down what you learned.',
  'desk.followUp.submit': 'Write down',
  'desk.followUp.notes': 'Follow-ups',
  'desk.ratings.title': 'Residents’ ratings',
  'desk.ratings.lede':
    'What the department declares, and what those who raised the matter say. They are two judgements and are not reckoned together.',
  'desk.ratings.reasons': 'Why they are dissatisfied',
  'desk.ratings.reason': '{reason}: {n}',
  'desk.ratings.reopenings': 'Asked to be taken up again',
  'desk.ratings.askedBy': 'Asked for by {name} at',
  'desk.ratings.state.waiting': 'To be decided',
  'desk.ratings.state.granted': 'Granted',
  'desk.ratings.state.declined': 'Declined',
  'desk.ratings.explanation': 'Told to the resident: {text}',
  'desk.ratings.again': 'It is being taken up again: see the new assignment',
  'desk.ratings.againAnswered': 'It was taken up again and answered: see that assignment',
  'desk.reopening.title': 'A resident asks to take it up again',
  'desk.reopening.asked': '{name} asked {at}',
  'desk.reopening.reason': 'What is still unsolved',
  'desk.reopening.rating': 'The resident’s rating',
  'desk.reopening.others': '{n} more ask for the same; granted, it is granted to all.',
  'desk.reopening.answer': 'The answer that was given',
  'desk.reopening.decide': 'Decide',
  'desk.reopening.outcome.label': 'Take it up again?',
  'desk.reopening.outcome.grant': 'Grant: take it up again',
  'desk.reopening.outcome.grant.hint': 'The same departments answer anew within {n} working days.',
  'desk.reopening.outcome.decline': 'Decline',
  'desk.reopening.outcome.decline.hint': 'The reason is public, on the topic’s timeline.',
  'desk.reopening.outcome.missing': 'Choose whether to grant it.',
  'desk.reopening.explanation.label': 'Explanation to the resident',
  'desk.reopening.explanation.hint': 'Needed where it is declined.',
  'desk.reopening.explanation.missing':
    'Say why it is declined: the resident and the public read it.',
  'desk.reopening.submit': 'Decide',
  'desk.reopening.closed':
    'The topic is closed: nothing can be assigned. Decline and explain, or have the convener start a second round.',
  'desk.reopening.commentGone':
    'The comment that was assigned was withdrawn or is not public any more: it cannot be assigned again.',
  'desk.reopening.granted': '{who} granted it {at}.',
  'desk.reopening.declined': '{who} declined it {at}.',
  'desk.reopening.toAssignment': 'See the new assignment',
  'desk.view.reopenings': 'Reopenings asked for',
  'desk.empty.reopenings.title': 'No request waits',
  'desk.empty.reopenings.text':
    'Residents who are dissatisfied with how far a matter is solved and ask to take it up again are listed here.',
  'desk.done.reopened': 'Granted and assigned again; the resident is told.',
  'desk.done.declined': 'Declined; the reason is public on the topic’s timeline.',
}
