import { Body, Controller, Get, Param, Post, Put } from '@nestjs/common';
import {
  ConfirmAssignment,
  DecideConflict,
  DeclareConflict,
  DeclareImpartiality,
  EndTie,
  EnterTie,
  FormCommission,
  LeaveSeat,
  SeatPerson,
  type AssignmentResponse,
  type CommissionResponse,
  type ConflictList,
  type OwnCommissions,
  type OwnImpartiality,
  type PeopleToSeat,
  type TieEntered,
} from '@zit/contracts';
import { IdPipe } from '../http/id-pipe';
import { Who, type SignedIn } from '../http/signed-in';
import { AssignmentService } from './assignment.service';
import { ConflictService } from './conflict.service';
import { ImpartialityService } from './impartiality.service';
import { SeatsService } from './seats.service';

@Controller()
export class CommissionController {
  constructor(
    private readonly seats: SeatsService,
    private readonly impartiality: ImpartialityService,
    private readonly conflicts: ConflictService,
    private readonly assignments: AssignmentService,
  ) {}

  @Get('commissions')
  own(@Who() who: SignedIn): Promise<OwnCommissions> {
    return this.seats.own(who);
  }

  @Get('calls/:id/commission')
  read(@Who() who: SignedIn, @Param('id', IdPipe) id: string): Promise<CommissionResponse> {
    return this.seats.read(who, id);
  }

  @Put('calls/:id/commission')
  form(
    @Who() who: SignedIn,
    @Param('id', IdPipe) id: string,
    @Body() body: FormCommission,
  ): Promise<CommissionResponse> {
    return this.seats.form(who, id, body);
  }

  @Get('calls/:id/commission/people')
  people(@Who() who: SignedIn, @Param('id', IdPipe) id: string): Promise<PeopleToSeat> {
    return this.seats.people(who, id);
  }

  @Post('calls/:id/commission/seats')
  seat(@Who() who: SignedIn, @Param('id', IdPipe) id: string, @Body() body: SeatPerson): Promise<CommissionResponse> {
    return this.seats.seat(who, id, body);
  }

  @Put('calls/:id/commission/seats/:seat/departure')
  leave(
    @Who() who: SignedIn,
    @Param('id', IdPipe) id: string,
    @Param('seat', IdPipe) seat: string,
    @Body() body: LeaveSeat,
  ): Promise<CommissionResponse> {
    return this.seats.leave(who, id, seat, body);
  }

  @Get('calls/:id/commission/declaration')
  declaration(@Who() who: SignedIn, @Param('id', IdPipe) id: string): Promise<OwnImpartiality> {
    return this.impartiality.read(who, id);
  }

  @Post('calls/:id/commission/declaration')
  declare(
    @Who() who: SignedIn,
    @Param('id', IdPipe) id: string,
    @Body() body: DeclareImpartiality,
  ): Promise<OwnImpartiality> {
    return this.impartiality.declare(who, id, body);
  }

  @Post('calls/:id/commission/conflicts')
  conflict(
    @Who() who: SignedIn,
    @Param('id', IdPipe) id: string,
    @Body() body: DeclareConflict,
  ): Promise<OwnImpartiality> {
    return this.impartiality.conflict(who, id, body);
  }

  @Get('calls/:id/commission/conflicts')
  list(@Who() who: SignedIn, @Param('id', IdPipe) id: string): Promise<ConflictList> {
    return this.conflicts.list(who, id);
  }

  @Post('calls/:id/commission/ties')
  enterTie(@Who() who: SignedIn, @Param('id', IdPipe) id: string, @Body() body: EnterTie): Promise<TieEntered> {
    return this.impartiality.enterTie(who, id, body);
  }

  @Put('calls/:id/commission/ties/:tie/end')
  endTie(
    @Who() who: SignedIn,
    @Param('id', IdPipe) id: string,
    @Param('tie', IdPipe) tie: string,
    @Body() body: EndTie,
  ): Promise<ConflictList> {
    return this.conflicts.endTie(who, id, tie, body);
  }

  @Post('calls/:id/commission/decisions')
  decide(@Who() who: SignedIn, @Param('id', IdPipe) id: string, @Body() body: DecideConflict): Promise<ConflictList> {
    return this.conflicts.decide(who, id, body);
  }

  @Get('calls/:id/commission/assignment')
  assignment(@Who() who: SignedIn, @Param('id', IdPipe) id: string): Promise<AssignmentResponse> {
    return this.assignments.read(who, id);
  }

  @Post('calls/:id/commission/assignments')
  confirm(
    @Who() who: SignedIn,
    @Param('id', IdPipe) id: string,
    @Body() body: ConfirmAssignment,
  ): Promise<AssignmentResponse> {
    return this.assignments.confirm(who, id, body);
  }
}
