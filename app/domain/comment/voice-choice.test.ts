import { describe, expect, it } from 'vitest'
import type { ActorGrant } from '~/domain/person/actor'
import { chooseVoice, voiceOptions } from './voice-choice'

const grant = (given: Partial<ActorGrant> & Pick<ActorGrant, 'role'>): ActorGrant => ({
  duty: null,
  departmentId: null,
  studioId: null,
  title: null,
  ...given,
})
const topic = { studioId: 's1' }
const voices = (grants: ActorGrant[]) => voiceOptions(grants, topic).map(({ voice }) => voice)

describe('the voices somebody may speak in', () => {
  it('are the resident’s for everybody', () => {
    expect(voices([])).toEqual(['resident'])
    expect(
      voices([grant({ role: 'moderator', duty: 'review' }), grant({ role: 'admin' })]),
    ).toEqual(['resident'])
  })

  it('begin with what the person is in this topic above all', () => {
    const grants = [
      grant({ role: 'member', title: '区政协委员·教育界' }),
      grant({ role: 'convener', studioId: 's1' }),
    ]
    expect(voices(grants)).toEqual(['convener', 'member', 'resident'])
  })

  it('make nobody a convener of another studio’s topic, nor an official of no department', () => {
    const grants = [
      grant({ role: 'convener', studioId: 's2' }),
      grant({ role: 'official', duty: 'assign' }),
    ]
    expect(voices(grants)).toEqual(['resident'])
  })

  it('can be chosen among, but not invented', () => {
    const options = voiceOptions([grant({ role: 'member', title: '区政协委员' })], topic)
    expect(chooseVoice(options, undefined)?.voice).toBe('member')
    expect(chooseVoice(options, 'resident')).toMatchObject({ voice: 'resident', title: null })
    expect(chooseVoice(options, 'expert')).toBeUndefined()
  })
})
