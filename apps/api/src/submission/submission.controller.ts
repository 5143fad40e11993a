import { Body, Controller, Delete, Get, HttpCode, Ip, Param, Post, Res } from '@nestjs/common';
import {
  AdmitOffer,
  CheckReceipt,
  ConfirmOffer,
  SubmitOffer,
  WithdrawOffer,
  type OfferAdmission,
  type OfferReceipt,
  type OfferReceipts,
  type OfferResponse,
  type OfferSigning,
  type ReceiptCheck,
  type ReceivedOfferFile,
} from '@zit/contracts';
import type { Instant } from '@zit/domain';
import type { FastifyReply } from 'fastify';
import { IdPipe } from '../http/id-pipe';
import { Who, type SignedIn } from '../http/signed-in';
import { AmendmentService } from './amendment.service';
import { SigningService } from './signing.service';
import { ReceiptCheckService } from './receipt-check.service';
import { ReceiptList } from './receipt-list';
import { ReceivedAt } from './received-at';
import { ReceivedService } from './received.service';
import { SubmissionService, type Received } from './submission.service';

@Controller()
export class SubmissionController {
  constructor(
    private readonly confirmations: SigningService,
    private readonly submissions: SubmissionService,
    private readonly amendments: AmendmentService,
    private readonly receipts: ReceiptList,
    private readonly received: ReceivedService,
    private readonly checks: ReceiptCheckService,
  ) {}

  @Get('offers/:id/signing')
  signing(@Who() who: SignedIn, @Param('id', IdPipe) id: string): Promise<OfferSigning> {
    return this.confirmations.signing(who, id);
  }

  @Post('offers/:id/confirmations')
  confirm(@Who() who: SignedIn, @Param('id', IdPipe) id: string, @Body() body: ConfirmOffer): Promise<OfferSigning> {
    return this.confirmations.confirm(who, id, body);
  }

  @Delete('offers/:id/confirmations/:confirmation')
  revoke(
    @Who() who: SignedIn,
    @Param('id', IdPipe) id: string,
    @Param('confirmation', IdPipe) confirmation: string,
  ): Promise<OfferSigning> {
    return this.confirmations.revoke(who, id, confirmation);
  }

  @Post('offers/:id/submissions')
  async submit(
    @Who() who: SignedIn,
    @Param('id', IdPipe) id: string,
    @Body() body: SubmitOffer,
    @ReceivedAt() receivedAt: Instant,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    return answered(await this.submissions.submit(who, id, body, receivedAt), reply);
  }

  @Get('offers/:id/receipts')
  list(@Who() who: SignedIn, @Param('id', IdPipe) id: string): Promise<OfferReceipts> {
    return this.receipts.list(who, id);
  }

  @Get('offers/:id/receipts/:no.json')
  receipt(@Who() who: SignedIn, @Param('id', IdPipe) id: string, @Param('no') no: string): Promise<OfferReceipt> {
    return this.receipts.one(who, id, no);
  }

  @Post('offers/:id/amendment')
  amend(
    @Who() who: SignedIn,
    @Param('id', IdPipe) id: string,
    @ReceivedAt() receivedAt: Instant,
  ): Promise<OfferResponse> {
    return this.amendments.begin(who, id, receivedAt);
  }

  @Post('offers/:id/correction')
  correct(@Who() who: SignedIn, @Param('id', IdPipe) id: string): Promise<OfferResponse> {
    return this.amendments.correct(who, id);
  }

  @Delete('offers/:id/amendment')
  abandon(@Who() who: SignedIn, @Param('id', IdPipe) id: string): Promise<OfferResponse> {
    return this.amendments.abandon(who, id);
  }

  @Post('offers/:id/withdrawal')
  async withdraw(
    @Who() who: SignedIn,
    @Param('id', IdPipe) id: string,
    @Body() body: WithdrawOffer,
    @ReceivedAt() receivedAt: Instant,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    return answered(await this.submissions.withdraw(who, id, body, receivedAt), reply);
  }

  @Post('offers/:id/admission')
  admit(@Who() who: SignedIn, @Param('id', IdPipe) id: string, @Body() body: AdmitOffer): Promise<OfferAdmission> {
    return this.received.admit(who, id, body);
  }

  @Get('calls/:id/offers/:offer')
  read(
    @Who() who: SignedIn,
    @Param('id', IdPipe) id: string,
    @Param('offer', IdPipe) offer: string,
  ): Promise<ReceivedOfferFile> {
    return this.received.read(who, id, offer);
  }

  @Post('public/receipts/check')
  @HttpCode(200)
  check(@Body() body: CheckReceipt, @Ip() address: string): Promise<ReceiptCheck> {
    return this.checks.check(body, address);
  }
}

/** Whoever repeats an act is told that it was done before. The receipt is sent as its text was hashed. */
function answered({ answer, replayed }: Received, reply: FastifyReply): string {
  if (replayed) void reply.header('Idempotent-Replayed', 'true');
  void reply.type('application/json; charset=utf-8');
  return answer;
}
