/** Numbers headings, figures, equations and exercises in the order in which they stand, and declares their anchors. */
import type { Heading, Root } from 'mdast'
import type { Math } from 'mdast-util-math'
import { toString } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { attributes, isElement, setAttributes, text, type Element, type Value } from './attributes.ts'
import type { Book } from './book.ts'
import { report, suggest } from './problems.ts'
import { slug, type Registry, type Target } from './registry.ts'

export interface Section {
  id: string
  title: string
}

/** An exercise that a live figure checks. */
export interface CheckedExercise {
  line: number
  /** Name of the figure's widget. */
  figure: string
  metric: string
  variant?: string
  /** Settings that the figure must have. */
  config: Record<string, Value>
}

/** A live figure of a chapter. */
export interface PlacedFigure {
  /** Its name in the chapter; its anchor is `fig-<id>`. */
  id: string
  widget: string
  /** "1.2" */
  number: string
}

/** An instrument without training. Its anchor is `fig-<id>` too. */
export interface PlacedExplorer {
  id: string
  name: string
  /** "1.2" */
  number: string
}

export interface Numbered {
  /** Headings of the second level. */
  sections: Section[]
  exercises: CheckedExercise[]
  /** Widgets of the live figures, in order. */
  widgets: string[]
  /** The live figures, in order. */
  figures: PlacedFigure[]
  explorers: PlacedExplorer[]
}

const nameLike = /^[a-z][a-z0-9-]*$/

export const numbers =
  (options: { chapter: number; book: Book; registry: Registry; found: Numbered }) =>
  (tree: Root, file: VFile) => {
    const { chapter, book, registry, found } = options
    const count = { figure: 0, equation: 0, exercise: 0 }
    /** Where each widget of the chapter so far stands. */
    const shown = new Map<string, Target>()
    const next = (kind: keyof typeof count) => `${chapter}.${++count[kind]}`

    const checkName = (node: Element | Math, id: string) => {
      if (!nameLike.test(id))
        report(file, node, `"${id}" cannot be an id. Use small letters, digits and hyphens, a letter first.`)
    }

    const heading = (node: Heading) => {
      const title = toString(node)
      const id = slug(title)
      registry.declare(id, node)
      node.data = { ...node.data, hProperties: { id } }
      registry.targets.set(`sec:${id}`, { href: `#${id}`, label: title })
      if (node.depth === 2) found.sections.push({ id, title })
    }

    /** Figures and explorers share one sequence of numbers; the anchor of `race` is `fig-race`. */
    const figure = (node: Element, attribute: string, folder: string, names: ReadonlySet<string>) => {
      const id = text(node, 'id')
      const name = text(node, attribute)
      const number = next('figure')
      checkName(node, id)
      registry.declare(id, node)
      registry.declare(`fig-${id}`, node)
      const target = { href: `#fig-${id}`, label: `Figure ${number}` }
      registry.targets.set(`fig:${id}`, target)
      if (folder === 'widgets') {
        shown.set(name, target)
        found.figures.push({ id, widget: name, number })
      } else found.explorers.push({ id, name, number })
      if (name && !names.has(name))
        report(file, node, `There is no src/${folder}/${name}/index.tsx. ${suggest(name, names)}`)
      setAttributes(node, { id, number, [attribute]: name })
    }

    const exercise = (node: Element) => {
      const number = next('exercise')
      const { id, title, check, metric, variant, atLeast, atMost, ...settings } = attributes(node).values
      const anchor = id ? `ex-${String(id)}` : `exercise-${count.exercise}`
      registry.declare(anchor, node)
      if (id) registry.targets.set(`ex:${String(id)}`, { href: `#${anchor}`, label: `Exercise ${number}` })
      if (check !== undefined) {
        found.exercises.push({
          line: node.position?.start.line ?? 1,
          figure: String(check),
          metric: String(metric),
          ...(variant !== undefined && { variant: String(variant) }),
          config: settings,
        })
        if (metric === undefined || (atLeast === undefined && atMost === undefined))
          report(file, node, 'An <Exercise> with check also needs metric, and atLeast or atMost.')
        if (!figuresOf(tree).includes(String(check)))
          report(
            file,
            node,
            `check="${String(check)}" is not a live figure of this chapter. ${suggest(String(check), figuresOf(tree))}`,
          )
      } else if (
        Object.keys({ ...settings, metric, variant, atLeast, atMost }).some(
          (name) => attributes(node).values[name] !== undefined,
        )
      )
        report(file, node, 'Conditions need a figure: add check="<widget folder name>" to the <Exercise>.')
      setAttributes(node, {
        id: anchor,
        number,
        ...(title !== undefined && { title: String(title) }),
        ...(check !== undefined && {
          figure: String(check),
          check: JSON.stringify({ metric, variant, atLeast, atMost, config: settings }),
          ...(shown.has(String(check)) && {
            checkedBy: shown.get(String(check))!.label,
            href: shown.get(String(check))!.href,
          }),
        }),
      })
    }

    const equation = (node: Math): Element => {
      const label = /\\label\{([^}]*)\}/.exec(node.value)?.[1]
      keepPlace(node, node.value.replace(/\\label\{[^}]*\}\s*/, ''))
      const element: Element = {
        type: 'mdxJsxFlowElement',
        name: 'Equation',
        attributes: [],
        children: [node],
        ...(node.position && { position: node.position }),
      }
      if (label === undefined) return element
      const [, id = ''] = /^eq:(.*)$/.exec(label) ?? []
      if (!id) report(file, node, `\\label{${label}} should be \\label{eq:${label.replace(/^.*:/, '')}}.`)
      else checkName(node, id)
      const number = next('equation')
      registry.declare(`eq-${id}`, node)
      registry.targets.set(`eq:${id}`, { href: `#eq-${id}`, label: `(${number})` })
      setAttributes(element, { id: `eq-${id}`, number })
      return element
    }

    visit(tree, (node, index, parent) => {
      if (node.type === 'heading') heading(node)
      else if (node.type === 'math' && parent && index !== undefined) {
        parent.children[index] = equation(node) as never
        return 'skip'
      } else if (isElement(node)) {
        if (node.name === 'Figure') {
          found.widgets.push(text(node, 'widget'))
          figure(node, 'widget', 'widgets', book.widgets)
        } else if (node.name === 'Explorer') figure(node, 'name', 'explorers', book.explorers)
        else if (node.name === 'Exercise') exercise(node)
      }
      return undefined
    })
  }

/** What will be typeset, with its place in the source, so that an error of TeX has a line. */
const keepPlace = (node: Math, value: string) => {
  node.value = value
  node.data = {
    ...node.data,
    hName: 'pre',
    hChildren: [
      {
        type: 'element',
        tagName: 'code',
        properties: { className: ['language-math', 'math-display'] },
        children: [{ type: 'text', value }],
        ...(node.position && { position: node.position }),
      } as never,
    ],
  }
}

const figuresOf = (tree: Root): string[] => {
  const widgets: string[] = []
  visit(tree, (node) => {
    if (isElement(node) && node.name === 'Figure') widgets.push(text(node, 'widget'))
  })
  return widgets
}
