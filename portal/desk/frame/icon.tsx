// The strokes of the desk's signs, all in a box of 24.
const STROKES = {
  today: 'M4 5h16v15H4zM4 10h16M8 3v4M16 3v4',
  list: 'M5 6h14M5 12h14M5 18h9',
  clock: 'M12 7v5l3 2M12 3a9 9 0 100 18 9 9 0 000-18',
  hand: 'M4 12h13M13 7l5 5-5 5',
  chart: 'M4 20h16M7 16v-5M12 16V6M17 16v-8',
  book: 'M5 4h11a3 3 0 013 3v13H8a3 3 0 01-3-3zM5 17a3 3 0 013-3h11',
  search: 'M11 4a7 7 0 100 14 7 7 0 000-14M20 20l-4-4',
  draft: 'M5 20h4L19 10l-4-4L5 16zM13 8l4 4M13 20h7',
  print: 'M7 9V4h10v5M6 17H4v-8h16v8h-2M8 14h8v6H8z',
  plus: 'M12 5v14M5 12h14',
  stamp: 'M9 4h6l-1 8h4v4H6v-4h4zM5 20h14',
  alarm: 'M12 4l9 16H3zM12 10v4M12 17v.5',
  gift: 'M4 9h16v4H4zM5 13v7h14v-7M12 9v11M12 9c-4 0-5-5-2-5 2 0 2 3 2 5 0-2 0-5 2-5 3 0 2 5-2 5',
  box: 'M4 5h16v4H4zM5 9v11h14V9M10 13h4',
  people: 'M9 5a3 3 0 100 6 3 3 0 000-6M3 20c0-4 3-6 6-6s6 2 6 6M16 6a3 3 0 010 5M17 14c2.500.500 4 2.500 4 6',
  house: 'M4 11l8-7 8 7M6 10v10h12V10',
  eye: 'M3 12c3-5 6-7 9-7s6 2 9 7c-3 5-6 7-9 7s-6-2-9-7M12 9a3 3 0 100 6 3 3 0 000-6',
  menu: 'M4 6h16M4 12h16M4 18h16',
  person: 'M12 4a4 4 0 100 8 4 4 0 000-8M4 21c0-5 4-7 8-7s8 2 8 7',
  inbox: 'M4 13l3-8h10l3 8v6H4zM4 13h5l1 3h4l1-3h5',
} as const

export type IconName = keyof typeof STROKES

export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={STROKES[name]} />
    </svg>
  )
}

/** The mark of the house: a roof, and a door that stands open. */
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 32 32" fill="none" stroke="currentColor" aria-hidden="true">
      <path d="M2.500 13.500C8 12 13 8.500 16 4c3 4.500 8 8 13.500 9.500" strokeWidth="2.200" strokeLinecap="round" />
      <path d="M7 14v13.500h18V14" strokeWidth="2" strokeLinejoin="round" />
      <path d="M12.500 27.500V21a3.500 3.500 0 017 0v6.500" strokeWidth="2" />
    </svg>
  )
}
