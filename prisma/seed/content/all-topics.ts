import { charging } from './topics/charging'
import { commute } from './topics/commute'
import { creators } from './topics/creators'
import { dogs } from './topics/dogs'
import { elevator } from './topics/elevator'
import { market } from './topics/market'
import { meals } from './topics/meals'
import { nightClinic } from './topics/night-clinic'
import { oldStreet } from './topics/old-street'
import { parking } from './topics/parking'
import { playground } from './topics/playground'
import { pocketPark } from './topics/pocket-park'
import { propertyFee } from './topics/property-fee'
import { riders } from './topics/riders'
import { riverLights } from './topics/river-lights'
import { schoolGate } from './topics/school-gate'
import { schoolGround } from './topics/school-ground'
import { wasteSorting } from './topics/waste-sorting'
import type { TopicSeed } from './types'
import { waitingVoices } from './waiting-voices'

/** Every topic of the seed, by number. */
export const topics: readonly TopicSeed[] = withWaiting([
  elevator,
  parking,
  meals,
  commute,
  charging,
  wasteSorting,
  schoolGate,
  propertyFee,
  pocketPark,
  riders,
  dogs,
  creators,
  nightClinic,
  oldStreet,
  playground,
  riverLights,
  market,
  schoolGround,
])

function withWaiting(written: readonly TopicSeed[]): TopicSeed[] {
  return written.map((topic) => ({
    ...topic,
    comments: [...topic.comments, ...waitingVoices(topic.key)],
  }))
}
