import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Access, requireAdministrator } from '../../access/level.ts';
import type { StructureOperationKind } from '../../facts/structure/structure-operation.ts';
import { applyOperation } from '../../import/structure/apply.ts';
import { readOperation } from '../../import/structure/read-row.ts';
import type { RequestContext } from '../../loaders/context.ts';
import type { Day } from '../../periods/day.ts';
import { formatDay } from '../../periods/day.ts';
import { nodeOn } from '../organizations/node.ts';
import {
  CloseOrganizationInput,
  ConvertOrganizationInput,
  MergeOrganizationsInput,
  MoveOrganizationInput,
  OpenOrganizationInput,
  RenameOrganizationInput,
  SplitOrganizationInput,
} from './inputs.ts';
import { StructureChange } from './structure-operation.type.ts';

const INPUT = 'The operation (quyết định sắp xếp).';

/** Operations on the structure: each is done wholly, or refused with its reason. */
@Resolver()
export class StructureResolver {
  @Access('ADMINISTRATOR')
  @Mutation(() => StructureChange, {
    description: 'Opens an organisation (thành lập tổ chức đảng). For an administrator.',
  })
  async openOrganization(
    @Arg('input', () => OpenOrganizationInput, { description: INPUT }) input: OpenOrganizationInput,
    @Ctx() context: RequestContext,
  ): Promise<StructureChange> {
    const then = input.then?.map((place) => ({ ...place, on: formatDay(place.on) }));
    return change(context, 'OPEN', { ...input, then });
  }

  @Access('ADMINISTRATOR')
  @Mutation(() => StructureChange, {
    description: 'Closes an organisation (kết thúc hoạt động tổ chức đảng). For an administrator.',
  })
  async closeOrganization(
    @Arg('input', () => CloseOrganizationInput, { description: INPUT }) input: CloseOrganizationInput,
    @Ctx() context: RequestContext,
  ): Promise<StructureChange> {
    return change(context, 'CLOSE', input);
  }

  @Access('ADMINISTRATOR')
  @Mutation(() => StructureChange, {
    description: 'Moves an organisation under another (chuyển giao tổ chức đảng). For an administrator.',
  })
  async moveOrganization(
    @Arg('input', () => MoveOrganizationInput, { description: INPUT }) input: MoveOrganizationInput,
    @Ctx() context: RequestContext,
  ): Promise<StructureChange> {
    return change(context, 'MOVE', input);
  }

  @Access('ADMINISTRATOR')
  @Mutation(() => StructureChange, {
    description: 'Renames an organisation (đổi tên tổ chức đảng). For an administrator.',
  })
  async renameOrganization(
    @Arg('input', () => RenameOrganizationInput, { description: INPUT }) input: RenameOrganizationInput,
    @Ctx() context: RequestContext,
  ): Promise<StructureChange> {
    return change(context, 'RENAME', input);
  }

  @Access('ADMINISTRATOR')
  @Mutation(() => StructureChange, {
    description: 'Merges organisations (sáp nhập, hợp nhất tổ chức đảng). For an administrator.',
  })
  async mergeOrganizations(
    @Arg('input', () => MergeOrganizationsInput, { description: INPUT }) input: MergeOrganizationsInput,
    @Ctx() context: RequestContext,
  ): Promise<StructureChange> {
    return change(context, 'MERGE', input);
  }

  @Access('ADMINISTRATOR')
  @Mutation(() => StructureChange, {
    description: 'Splits an organisation (chia, tách tổ chức đảng). For an administrator.',
  })
  async splitOrganization(
    @Arg('input', () => SplitOrganizationInput, { description: INPUT }) input: SplitOrganizationInput,
    @Ctx() context: RequestContext,
  ): Promise<StructureChange> {
    return change(context, 'SPLIT', input);
  }

  @Access('ADMINISTRATOR')
  @Mutation(() => StructureChange, {
    description: 'Turns a cell into a committee, or back (chuyển đổi mô hình tổ chức đảng). For an administrator.',
  })
  async convertOrganization(
    @Arg('input', () => ConvertOrganizationInput, { description: INPUT }) input: ConvertOrganizationInput,
    @Ctx() context: RequestContext,
  ): Promise<StructureChange> {
    return change(context, 'CONVERT', input);
  }
}

/** An input is read as an import row is: there is one way of it. */
async function change(
  context: RequestContext,
  op: StructureOperationKind,
  input: { on: Day; decision: string; then?: object[] },
): Promise<StructureChange> {
  requireAdministrator(context);
  const operation = readOperation({ ...input, op, on: formatDay(input.on) });
  const { id, codes, members } = await applyOperation(context.changes.em(), operation, context.viewer.subject);
  const { tree } = await context.changes.after();
  const { on, decision } = operation;
  return {
    operation: { id: String(id), kind: op, on, decision },
    organizations: [...codes].sort().flatMap((code) => {
      const unit = tree.byCode(code);
      return unit ? [nodeOn(tree, unit, on)] : [];
    }),
    membersMoved: members,
  };
}
