import type { search as source } from '../zh-hans/search'

export const search: Record<keyof typeof source, string> = {
  'search.title': 'Search',
  'search.titleOf': 'Search for “{q}”',
  'search.label': 'What are you looking for?',
  'search.hint':
    'Looks through topics, comments, responses, promises and outcomes for texts that have all the words.',
  'search.submit': 'Search',
  'search.kind.label': 'Within',
  'search.kind.all': 'Everything',
  'search.kind.topic': 'Topics',
  'search.kind.comment': 'Comments',
  'search.kind.response': 'Responses',
  'search.kind.commitment': 'Promises',
  'search.kind.summary': 'Outcomes',
  'search.results': 'Results',
  'search.empty.title': 'Nothing found for “{q}”',
  'search.empty.text': 'Try other words, or fewer.',
  'search.nothing.title': 'Type what you are looking for',
  'search.nothing.text': 'Punctuation alone cannot be searched for.',
  'search.older': 'Earlier results',
  'search.first': 'Back to the latest results',
}
