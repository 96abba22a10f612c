import type { accessibility as source } from '../zh-hans/accessibility'

export const accessibility: Record<keyof typeof source, string> = {
  'accessibility.title': 'Accessibility',
  'accessibility.lede':
    'What is deliberated here should be seen, heard and answered by everybody. The site follows GB/T 37668-2019 and WCAG 2.2 at level AA.',
  'accessibility.elder.title': 'Large type',
  'accessibility.elder.text':
    'At the head of every page there is a version with larger type, wider lines, stronger contrast and larger targets. Choose it once, and it is remembered.',
  'accessibility.elder.on': 'Turn large type on',
  'accessibility.elder.off': 'Back to the standard version',
  'accessibility.see.title': 'Seeing',
  'accessibility.see.contrast':
    'Text has a contrast of at least 5.5 : 1, with large type of at least 7 : 1. There are day and night colours under “Settings”.',
  'accessibility.see.zoom': 'Zoomed to 400 %, everything can be read without scrolling sideways.',
  'accessibility.see.words':
    'Roles, stages and notices are told by words and shapes, not by colour alone.',
  'accessibility.hear.title': 'Hearing',
  'accessibility.hear.text':
    'Screen readers find headings, lists and landmarks. The stages of a topic are read as a list, every field of a form has a name and a description, and what needs correction is read first.',
  'accessibility.use.title': 'Using',
  'accessibility.use.keyboard':
    'Everything works with the keyboard alone; the first link of each page leads straight to its content.',
  'accessibility.use.script': 'Everything works in browsers without scripts.',
  'accessibility.use.time':
    'Forms have no time limit. If your session ends meanwhile, what you wrote is kept, and goes on after you sign in.',
  'accessibility.use.motion': 'Where your system asks for less motion, there is none.',
  'accessibility.language.title': 'Languages',
  'accessibility.language.text':
    'The interface is there in Simplified and Traditional Chinese and in English; what people wrote stays as written.',
  'accessibility.known.title': 'Where we fall short',
  'accessibility.known.text':
    'Other sites that people link to may not be accessible. Signing up and setting a new password need a text message; if you cannot receive one, staff will help you by telephone.',
  'accessibility.contact.title': 'If something is difficult',
  'accessibility.contact.text':
    'Call {telephone} and say on which page and what happened. Staff can also take down your comment in person or by telephone and enter it for you.',
}
