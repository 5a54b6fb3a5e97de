// How a gift, money and the state of a gift are written.
import { useTranslations } from 'use-intl'
import type { Schemas } from '../../shared/api/client'
import { useNames } from '../parts/names'

export type Line = Schemas['DonationLine']

const SHAPES: Record<Line['state'], string> = { awaiting_review: 'warn', released: 'going', received: 'done', withdrawn: 'off' }

export function useYuan(): (fen: number) => string {
  const words = useTranslations('donations')
  return (fen) => words('yuan', { amount: fen / 100 })
}

export function useGift(): (gift: Line['gift']) => string {
  const yuan = useYuan()
  return (gift) => (gift.kind === 'money' ? yuan(gift.amount_fen) : gift.description)
}

export function GiftState({ state }: { state: Line['state'] }) {
  const names = useNames()
  return <span className={`state nowrap ${SHAPES[state]}`}>{names.value('DonationState', state)}</span>
}
