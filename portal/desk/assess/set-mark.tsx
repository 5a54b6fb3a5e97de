// Which set the points are by, and that it is no official one, wherever points are seen.
import { useTranslations } from 'use-intl'
import type { Schemas } from '../../shared/api/client'
import { useWording } from './wording'

export function SetMark({ set }: { set: Schemas['IndicatorSet'] }) {
  const words = useTranslations('assess')
  const say = useWording()
  return (
    <p className="set-mark">
      <span className={set.official ? 'tag' : 'tag amber'}>
        {words('set', { name: say(set.name), version: set.version })}
      </span>
      {!set.official && <b className="small">{words('notOfficial')}</b>}
    </p>
  )
}
