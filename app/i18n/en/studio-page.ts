import type { studioPage as source } from '../zh-hans/studio-page'

export const studioPage: Record<keyof typeof source, string> = {
  'studioPage.list.title': 'Studios and stations',
  'studioPage.list.lede':
    'Where members listen close to home. Drop in, or join the topics they have opened.',
  'studioPage.list.city': 'Whole district',
  'studioPage.list.empty': 'There are no studios yet.',
  'studioPage.level.studio': 'Studio',
  'studioPage.level.station': 'Station',
  'studioPage.place': 'Place',
  'studioPage.district': 'District',
  'studioPage.type': 'Type',
  'studioPage.sector': 'Sector',
  'studioPage.people': 'Members and staff',
  'studioPage.people.none': 'The list has not been published yet.',
  'studioPage.introduction': 'About',
  'studioPage.duties': 'What it promises',
  'studioPage.rules': 'How it works',
  'studioPage.topics': 'Topics opened here',
  'studioPage.topics.none': 'No topic yet',
  'studioPage.topics.none.text': 'Topics that its convener opens are listed here.',
  'studioPage.topics.count': '{n} {n:topic|topics}',
  'studioPage.inactive': 'This studio is no longer active. Its topics and outcomes stay readable.',
  'studioPage.about': 'At a glance',
}
