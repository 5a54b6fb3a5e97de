// Invented people whose numbers are valid: the application of a couple for a child of an institution, and a stepfather's.
import type { Given } from './forms'

export interface Application {
  kind: string
  adopters: Record<string, string | number>[]
  child: Record<string, string>
  placer: Record<string, string>
  reason: string
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** The seventeen digits with the one that checks them (GB 11643). */
export function residentId(day: string, serial: number): string {
  const body = `500199${day.replaceAll('-', '')}${String(serial).padStart(3, '0')}`
  const sum = [...body].reduce((total, digit, place) => total + Number(digit) * (WEIGHTS[place] ?? 0), 0)
  return body + '10X98765432'.charAt(sum % 11)
}

let families = 0

/** A family nobody else in this office is. */
export function application(): Application {
  families += 1
  const serial = 300 + families * 2
  const home = `练习县城关镇和平路${serial}号2单元301室`
  const adopter = (name: string, sex: string, day: string, number: number) => ({
    name,
    sex,
    birth_date: day,
    resident_id: residentId(day, number),
    ethnic_group: '汉族',
    marital_status: 'married',
    education: '大学本科',
    occupation: '练习县第一中学教师',
    household_address: home,
    residence: home,
    telephone: '023-40000000',
    children: 0,
  })
  return {
    kind: 'institution_foundling',
    adopters: [adopter('秦望舒', 'male', '1983-01-01', serial + 1), adopter('陶若溪', 'female', '1985-01-01', serial)],
    child: {
      name: '党小满',
      new_name: '秦小满',
      sex: 'female',
      birth_date: '2020-01-01',
      resident_id: residentId('2020-01-01', serial),
      ethnic_group: '汉族',
      health: 'healthy',
      address: '练习县城关镇福利路8号练习县儿童福利院',
      found_on: '2020-01-02',
      found_at: '练习县城关镇五星大道长途汽车站候车室',
      entered_institution_on: '2020-01-03',
      entry_number: `练福入〔2020〕${String(serial).padStart(4, '0')}`,
      features: '身裹黄底碎花棉被，左耳后有米粒大小胎记。',
    },
    placer: {
      name: '练习县儿童福利院',
      credit_code: '12500199009901024H',
      division: '500199',
      address: '练习县城关镇福利路8号',
      telephone: '023-40000008',
      responsible_person: '苏慧兰',
      responsible_person_id: '500199197206180121',
    },
    reason: '结婚多年未生育，愿意给孩子一个完整、温暖的家。',
  }
}

/** The application of a stepfather for the child of his wife: no notice, no assessment. */
export function stepchild(): { [name: string]: Given } {
  families += 1
  const serial = 300 + families * 2
  const home = '练习县宝峰镇青杠村3组27号'
  const person = (name: string, sex: string, day: string, number: number) => ({ name, resident_id: residentId(day, number), sex, birth_date: day, ethnic_group: '汉族' })
  return {
    kind: 'stepchild',
    adopters: [
      {
        ...person('秦望舒', 'male', '1983-01-01', serial + 1),
        marital_status: 'married',
        education: '大学本科',
        occupation: '练习县第一中学教师',
        household_address: home,
        residence: home,
        telephone: '023-40000000',
        children: 0,
      },
    ],
    child: { ...person('党小满', 'female', '2020-01-01', serial), new_name: '秦小满', health: 'healthy', address: home },
    parents: {
      placing: [{ ...person('唐秀兰', 'female', '1993-01-01', serial), occupation: '务农', household_address: home, division: '500199', residence: home, telephone: '023-60000000' }],
      other_parent: { state: 'alive', name: '贺远山', resident_id: residentId('1991-01-01', serial + 1), division: '500199' },
    },
    reason: '与孩子的母亲结婚后共同抚养孩子三年，愿意依法承担父亲的责任。',
  }
}

/** What may stand in no title, address or storage of the browser. */
export const PERSONAL = ['秦望舒', '陶若溪', '党小满', '秦小满', '苏慧兰', '5001991983', '5001991985', '5001992020', '和平路']
