/** What the demo's personas follow, by the keys of the content: `topic` names a topic's file. */
export const follows: ReadonlyArray<{
  person: string
  topic?: readonly string[]
  category?: readonly string[]
  studio?: readonly string[]
  department?: readonly string[]
}> = [
  {
    person: 'p-resident',
    topic: ['elevator', 'pocket-park', 'meals'],
    category: ['elderly'],
    department: ['wc-minzheng'],
  },
  { person: 'p-member', topic: ['school-gate', 'school-ground'], category: ['education'] },
  { person: 'p-expert', topic: ['charging', 'river-lights'], category: ['environment'] },
  { person: 'p-drafter', topic: ['waste-sorting'] },
  { person: 'p-convener', topic: ['pocket-park', 'riders'], studio: ['studio-wenyi'] },
  { person: 'p-liaison', topic: ['market'], studio: ['studio-wenyi'] },
  { person: 'p-moderator', topic: ['dogs'] },
]
