// The strokes of the family's signs, all in a box of 24, and the mark of the house.
const STROKES = {
  back: 'M15 5l-7 7 7 7',
  on: 'M9 5l7 7-7 7',
  call: 'M6 3h4l1.500 5-2 1.500c1 2 2.500 3.500 4.500 4.500l1.500-2 5 1.500v4c0 1-1 2-2 2C10 20 4 13 4 5c0-1 1-2 2-2',
  camera: 'M4 8h4l1.500-2h5L16 8h4v11H4zM12 10.500a3 3 0 100 6 3 3 0 000-6',
  print: 'M7 9V4h10v5M6 17H4v-8h16v8h-2M8 14h8v6H8z',
} as const

export function Icon({ name }: { name: keyof typeof STROKES }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={STROKES[name]} />
    </svg>
  )
}

/** A roof, and a door that stands open. */
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 32 32" fill="none" stroke="currentColor" aria-hidden="true">
      <path d="M2.500 13.500C8 12 13 8.500 16 4c3 4.500 8 8 13.500 9.500" strokeWidth="2.200" strokeLinecap="round" />
      <path d="M7 14v13.500h18V14" strokeWidth="2" strokeLinejoin="round" />
      <path d="M12.500 27.500V21a3.500 3.500 0 017 0v6.500" strokeWidth="2" />
    </svg>
  )
}
