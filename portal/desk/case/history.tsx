// What happened in the case, newest first.
import { useTranslations } from 'use-intl'
import type { Schemas } from '../../shared/api/client'
import { Happened } from '../parts/happened'
import { Sheet } from '../parts/sheet'

export function History({ lines, most }: { lines: Schemas['TimelineLine'][]; most?: number }) {
  const words = useTranslations('case')
  return (
    <Sheet title={most ? words('recent') : words('history')}>
      <Happened caption={words('history')} lines={[...lines].reverse().slice(0, most)} />
    </Sheet>
  )
}
