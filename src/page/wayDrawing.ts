import type { Way, WayPoint } from '../core/skill/wayOf.ts';
import { drawn } from './element.ts';

const [width, height, edge] = [150, 40, 6];

/** A skill's way as a small drawing: a round mark where she looked, a square where her leader did, a diamond where she wants to be. */
export function wayDrawing({ self, leader, expected, target }: Way, label: string): SVGElement {
  const [x, y] = [
    (point: WayPoint) => edge + point.x * (width - 2 * edge),
    (point: Pick<WayPoint, 'y'>) => height - edge - point.y * (height - 2 * edge),
  ];
  const line = (name: string, from: WayPoint, to: WayPoint) =>
    drawn('line', { class: name, x1: x(from), y1: y(from), x2: x(to), y2: y(to) });
  const path = self.map(point => `${x(point)},${y(point)}`).join(' ');
  return drawn(
    'svg',
    { class: 'way', viewBox: `0 0 ${width} ${height}`, width, height, role: 'img', 'aria-label': label },
    ...(expected === undefined ? [] : [line('expected', { x: 0, y: expected }, { x: 1, y: expected })]),
    ...(target ? [line('target', target.from, target.to)] : []),
    drawn('polyline', { class: 'self', points: path }),
    ...leader.map(point => drawn('rect', { class: 'leader', x: x(point) - 3, y: y(point) - 3, width: 6, height: 6 })),
    ...self.map(point => drawn('circle', { class: 'self', cx: x(point), cy: y(point), r: 3 })),
    ...(target ? [diamond(x(target.to), y(target.to))] : []),
  );
}

function diamond(x: number, y: number): SVGElement {
  return drawn('path', { class: 'target', d: `M${x} ${y - 4}l4 4l-4 4l-4 -4z` });
}
