import type { persona as source } from '../zh-hans/persona'

export const persona: Record<keyof typeof source, string> = {
  'persona.resident.name': 'Resident',
  'persona.resident.try':
    'Write a comment on a topic, follow it from waiting to published, and read your receipt.',
  'persona.member.name': 'CPPCC member',
  'persona.member.try': 'Speak as a member: your mark and sector stand beside your name.',
  'persona.expert.name': 'Expert',
  'persona.expert.try':
    'Give a professional opinion: the mark of an expert stands beside your name.',
  'persona.draftingOfficial.name': 'Drafting official',
  'persona.draftingOfficial.try':
    'Acknowledge what was assigned, draft a response and send it to be signed.',
  'persona.signingOfficial.name': 'Signing official',
  'persona.signingOfficial.try':
    'Read a drafted response, sign and publish it, or return it with a reason.',
  'persona.assigningOfficial.name': 'Assigning official',
  'persona.assigningOfficial.try':
    'Give a topic to a lead department and others, with a date by which to answer.',
  'persona.moderator.name': 'Moderator',
  'persona.moderator.try':
    'Review comments one by one: approve, return for edit, or reject with a reason.',
  'persona.seniorModerator.name': 'Senior moderator',
  'persona.seniorModerator.try':
    'Look at decisions again, take down what was published, and see the figures.',
  'persona.convener.name': 'Convener',
  'persona.convener.try':
    'Open a topic, move it on, and write an outcome summary that cites comments.',
  'persona.liaison.name': 'Liaison',
  'persona.liaison.try':
    'Help the convener with the studio’s topics and enter what was said on site.',
  'persona.admin.name': 'Administrator',
  'persona.admin.try':
    'Look after people and their rights, departments, studios, categories and the calendar.',
  'persona.auditor.name': 'Auditor',
  'persona.auditor.try': 'Read the audit trail: who did what, when, and with what result.',
}
