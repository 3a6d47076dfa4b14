import type { ASTNode, ConstDirectiveNode, DocumentNode, FieldDefinitionNode, NamedTypeNode } from 'graphql';
import { Kind, visit } from 'graphql';
import { unreachableFrom } from './reachable.ts';

/** Who a part of the schema is for: a contract takes it in or leaves it out by its tag. */
export type Audience = 'public' | 'analyst' | 'member-level';

/** Types that are not for everyone. Another one is public, if a question leads to it. */
const TYPES: Readonly<Record<string, Audience>> = {
  Member: 'member-level',
  MemberConnection: 'member-level',
  MemberEdge: 'member-level',
  MemberStatus: 'member-level',
  Sex: 'member-level',
  Report: 'member-level',
  ReportConnection: 'member-level',
  ReportEdge: 'member-level',
  ReportFigure: 'member-level',
  ReportEvent: 'member-level',
  ReportState: 'member-level',
  ReportEventKind: 'member-level',
  Timeliness: 'member-level',
  ImportJob: 'member-level',
  ImportReport: 'member-level',
  ImportCause: 'member-level',
  ImportJobState: 'member-level',
  ImportOutcome: 'member-level',
  ImportSubject: 'member-level',
  Observation: 'analyst',
  ObservationConnection: 'analyst',
  ObservationEdge: 'analyst',
  ObservationRole: 'analyst',
  Contribution: 'analyst',
  ContributionConnection: 'analyst',
  ContributionEdge: 'analyst',
  ContributionSide: 'analyst',
};

type Tagged = Extract<ASTNode, { readonly directives?: readonly ConstDirectiveNode[] }>;

/**
 * Writes a `@tag` on every type, and on every field that leads to a type which is not public: a contract
 * that excludes a tag loses the type and all ways to it. Text is worked on, not classes: decorators reach
 * neither enums nor scalars nor unions. What only operations that write lead to is for those with a role
 * in the party, as members' records are.
 */
export function tagged(document: DocumentNode): DocumentNode {
  const written = unreachableFrom('Query', document);
  const audienceOf = (type: string): Audience => TYPES[type] ?? (written.has(type) ? 'member-level' : 'public');
  const tagType = <T extends Tagged & { readonly name: { readonly value: string } }>(node: T): T =>
    withTag(node, audienceOf(node.name.value));
  return visit(document, {
    ObjectTypeDefinition: { leave: tagType },
    InterfaceTypeDefinition: { leave: tagType },
    EnumTypeDefinition: { leave: tagType },
    ScalarTypeDefinition: { leave: tagType },
    UnionTypeDefinition: { leave: tagType },
    InputObjectTypeDefinition: { leave: tagType },
    FieldDefinition: {
      leave: (node: FieldDefinitionNode) => {
        const audience = audienceOf(namedType(node.type).name.value);
        return audience === 'public' ? node : withTag(node, audience);
      },
    },
  });
}

function namedType(type: FieldDefinitionNode['type']): NamedTypeNode {
  return type.kind === Kind.NAMED_TYPE ? type : namedType(type.type);
}

function withTag<T extends Tagged>(node: T, audience: Audience): T {
  const tag: ConstDirectiveNode = {
    kind: Kind.DIRECTIVE,
    name: { kind: Kind.NAME, value: 'tag' },
    arguments: [
      {
        kind: Kind.ARGUMENT,
        name: { kind: Kind.NAME, value: 'name' },
        value: { kind: Kind.STRING, value: audience },
      },
    ],
  };
  return { ...node, directives: [...(node.directives ?? []), tag] };
}
