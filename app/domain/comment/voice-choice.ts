import type { ActorGrant } from '~/domain/person/actor'
import type { Voice } from '~/domain/person/role'

/** A voice in which somebody may speak in a topic. */
export interface VoiceOption {
  voice: Voice
  /** The verified words beside the name. */
  title: string | null
  /** The department for which an official speaks. */
  departmentId: string | null
}

/** What somebody is in a topic above all comes first; the form offers them in this order. */
const ORDER = ['convener', 'official', 'expert', 'member'] as const

/**
 * The voices that a person's grants allow in a topic, the most special first; everybody may speak as the
 * resident that they are, too. A convener is one in the topics of their own studio alone, an official for
 * a department alone.
 */
export function voiceOptions(
  grants: readonly ActorGrant[],
  topic: { studioId: string },
): VoiceOption[] {
  const special = ORDER.flatMap((voice): VoiceOption[] => {
    const grant = grants.find(
      ({ role, studioId, departmentId }) =>
        role === voice &&
        (voice !== 'convener' || studioId === topic.studioId) &&
        (voice !== 'official' || departmentId !== null),
    )
    return grant ? [{ voice, title: grant.title, departmentId: grant.departmentId }] : []
  })
  return [...special, { voice: 'resident', title: null, departmentId: null }]
}

/** The voice that was asked for, where the grants allow it; without a wish the most special one. */
export function chooseVoice(
  options: readonly VoiceOption[],
  wanted: string | undefined,
): VoiceOption | undefined {
  return wanted ? options.find(({ voice }) => voice === wanted) : options[0]
}
