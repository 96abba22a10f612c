import type { secondLook as source } from '../zh-hans/second-look'

export const secondLook: Record<keyof typeof source, string> = {
  'secondLook.ways.label': 'Other pages of the review',
  'secondLook.ways.n': 'Second looks that differ ({n})',
  'secondLook.decide.hint':
    'Drawn at random for a second look: please judge for yourself. What was decided first is not shown here. Your view is compared with it, changes nothing in public, and cannot be changed once recorded.',
  'secondLook.approve.button': 'Approve, it can be public',
  'secondLook.waits.title': 'Waiting for another moderator',
  'secondLook.waits.text':
    'You made all of these decisions, and nobody else is on duty. A second look is for somebody else, so they wait here.',

  'secondLook.title': 'Second looks that differ',
  'secondLook.lede':
    'Where two moderators differ on whether a text should be public. Uphold the decision and nothing changes; to overturn it, open the comment and decide again. Both decisions stay on record.',
  'secondLook.empty.title': 'No second look differs',
  'secondLook.empty.text':
    'A second look that differs from the first decision on whether the text is public appears here.',
  'secondLook.of': 'By {name}',
  'secondLook.first': 'First decision',
  'secondLook.second': 'Second look',
  'secondLook.by': '{who}, {at}',
  'secondLook.note': 'Note: {note}',
  'secondLook.words': 'To the author: {words}',
  'secondLook.uphold': 'Uphold the first decision',
  'secondLook.revise': 'Open it and decide again',
  'secondLook.settled':
    'Its author has replaced or withdrawn the text: the first decision no longer concerns what is public. Close it once you have read it.',
  'secondLook.close': 'Read, close it',
  'secondLook.own':
    'You made the first decision: another senior moderator judges. You may open it and decide again yourself.',
  'secondLook.done': 'The first decision was upheld',
  'secondLook.conflict.upheld': '{who} upheld the first decision at {at}.',
  'secondLook.conflict.overturned': '{who} overturned it at {at}.',
}
