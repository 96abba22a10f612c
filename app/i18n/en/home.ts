import type { home as source } from '../zh-hans/home'

export const home: Record<keyof typeof source, string> = {
  'home.title': 'Talk it over here, and see what comes of it',
  'home.lede':
    'Matters close to home are talked over here. You can see where your words go, and whether it got done.',
  'home.totals':
    '{voices} {voices:voice|voices} so far in {topics} {topics:topic|topics}, with {answers} {answers:official response|official responses}.',
  'home.open.title': 'Open for your say',
  'home.open.more': 'All topics',
  'home.open.empty': 'No topic is taking comments at the moment',
  'home.open.empty.text': 'New topics are opened by the conveners of the studios and appear here.',
  'home.answers.title': 'Latest responses',
  'home.answers.more': 'More responses',
  'home.answers.empty':
    'No official response yet. Each will appear here together with the question it answers.',
  'home.outcomes.title': 'What came of it',
  'home.outcomes.points': '{n} {n:point|points}',
  'home.outcomes.empty': 'No outcome has been published yet.',
  'home.studios.title': 'Studios by district',
  'home.studios.more': 'All studios and stations',
}
