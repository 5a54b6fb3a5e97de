//! The list of acts, in the order of work. It is the one place that names them all: the enums, the
//! dispatch to the steps and the operations of the interface are made from it.

/// Hands the list of acts to a macro. Each line says
///
/// - what the act does, as the interface describes its operation;
/// - `case`, or `new` where it opens the case;
/// - its name, the file of `steps/` that says all else of it, and its data there; a `number` beside
///   the data names the paper, claim or incident of the case that the act is about;
/// - the path of its operation and what that is called. An act without them has an operation that is
///   written by hand, because its data does not come as JSON or the answer is another.
#[macro_export]
macro_rules! for_each_act {
    ($callback:ident) => {
        $callback! {
            /// Open a case with the application of the parties (申请)
            new Apply(apply::Apply);
            /// File a scan to the slot it fills
            case FilePaper(file_paper::FilePaper);
            /// Find a filed paper in order
            case VerifyPaper(verify_paper::VerifyPaper)[number: u32] => "/:case/papers/:number/verification" "verify_paper";
            /// Find a filed paper not in order
            case RejectPaper(reject_paper::RejectPaper)[number: u32] => "/:case/papers/:number/rejection" "reject_paper";
            /// Tell the parties at once of everything that is missing or not in order (一次性告知)
            case RequestCorrection(request_correction::RequestCorrection) => "/:case/corrections" "request_correction";
            /// Decline the application (不予受理)
            case DeclineApplication(decline_application::DeclineApplication) => "/:case/non-acceptance" "decline_application";
            /// Record a check made with another authority
            case RecordCheck(record_check::Check) => "/:case/checks" "record_check";
            /// Accept the application (受理)
            case Accept(accept::Accept) => "/:case/acceptance" "accept_case";
            /// Record that the public notice was published (公告)
            case PublishNotice(publish_notice::PublishNotice) => "/:case/public-notice" "publish_notice";
            /// Record a claim to the child (认领)
            case RaiseClaim(raise_claim::RaiseClaim) => "/:case/claims" "raise_claim";
            /// Settle a claim on a police or court paper
            case SettleClaim(settle_claim::SettleClaim)[number: u32] => "/:case/claims/:number/settlement" "settle_claim";
            /// Tell the applicants of the assessment (评估书面告知)
            case NotifyAssessment(notify_assessment::NotifyAssessment) => "/:case/assessment/notice" "notify_assessment";
            /// Record an applicant's own consent to the assessment
            case ConsentToAssessment(consent_to_assessment::ConsentToAssessment) => "/:case/assessment/consents" "consent_to_assessment";
            /// Appoint the assessors
            case AppointAssessors(appoint_assessors::AppointAssessors) => "/:case/assessment/appointments" "appoint_assessors";
            /// Record a visit of the assessment
            case VisitForAssessment(visit_for_assessment::VisitForAssessment) => "/:case/assessment/visits" "record_assessment_visit";
            /// Start integration (融合)
            case StartIntegration(start_integration::StartIntegration) => "/:case/assessment/integration-start" "start_integration";
            /// End integration
            case EndIntegration(end_integration::EndIntegration) => "/:case/assessment/integration-end" "end_integration";
            /// Break integration off
            case BreakOffIntegration(break_off_integration::BreakOffIntegration) => "/:case/assessment/integration-break" "break_off_integration";
            /// Submit the assessment report for printing and signing
            case SubmitReport(submit_report::SubmitReport) => "/:case/assessment/report" "submit_report";
            /// Report a circumstance that must be reported
            case ReportIncident(report_incident::ReportIncident) => "/:case/incidents" "report_incident";
            /// Close an incident
            case CloseIncident(close_incident::CloseIncident)[number: u32] => "/:case/incidents/:number/closing" "close_incident";
            /// Record an inquiry of one person (询问)
            case Inquire(inquire::Inquire) => "/:case/inquiries" "record_inquiry";
            /// Record a consent (同意)
            case GiveConsent(give_consent::GiveConsent) => "/:case/consents" "give_consent";
            /// Record that a consent was taken back
            case WithdrawConsent(withdraw_consent::WithdrawConsent) => "/:case/consent-withdrawals" "withdraw_consent";
            /// Record family-education guidance (家庭教育指导)
            case Guide(guide::Guide) => "/:case/guidance" "record_guidance";
            /// Record a change of fact
            case ChangeFact(change_fact::ChangeFact) => "/:case/changes" "record_change";
            /// Record what the parties ask for: secrecy, an agreement, a notarisation
            case ChangeWishes(change_wishes::ChangeWishes) => "/:case/wishes" "change_wishes";
            /// Draw up a mandate between spouses (委托书)
            case PrepareMandate(prepare_mandate::Mandate) => "/:case/mandates" "prepare_mandate";
            /// Note that a party did not sign that no gift was given (拒签)
            case NoteRefusalToSign(note_refusal_to_sign::UnsignedStatement) => "/:case/unsigned-statements" "note_refusal_to_sign";
            /// Declare for oneself whether a gift of a party was taken (馈赠申报)
            case DeclareGift(declare_gift::DeclareGift) => "/:case/gift-declarations" "declare_gift";
            /// Hand the case to another registrar
            case ReplaceOfficer(replace_officer::ReplaceOfficer) => "/:case/officer" "replace_officer";
            /// Record that a paper was served (送达)
            case RecordService(record_service::Service) => "/:case/services" "record_service";
            /// Put the case before the leader (报批)
            case Propose(propose::Propose) => "/:case/proposal" "propose_case";
            /// Send a proposal back to the registrar
            case ReturnProposal(return_proposal::ReturnProposal) => "/:case/proposal-return" "return_proposal";
            /// Approve (批准)
            case Approve(approve::Approve) => "/:case/approval" "approve_case";
            /// Register the adoption (登记)
            case Register(register::Register) => "/:case/registration" "register_adoption";
            /// Issue the certificate (颁证)
            case IssueCertificate(issue_certificate::IssueCertificate) => "/:case/issue" "issue_certificate";
            /// Close the archive volume (归档)
            case Archive(archive::ArchiveCase) => "/:case/archive" "archive_case";
            /// Hand the volume out for reading on the spot (查阅)
            case LendVolume(lend_volume::Reading) => "/:case/readings" "lend_volume";
            /// Take the volume back
            case ReturnVolume(return_volume::ReturnVolume) => "/:case/reading-return" "return_volume";
            /// Record a visit after the adoption (回访)
            case VisitAfterAdoption(visit_after_adoption::VisitAfterAdoption) => "/:case/follow-up-visits" "record_follow_up_visit";
            /// Refuse registration (不予登记)
            case Refuse(refuse::Refuse) => "/:case/refusal" "refuse_case";
            /// Record that a party withdrew (撤回申请)
            case Withdraw(withdraw::Withdraw) => "/:case/withdrawal" "withdraw_case";
            /// Open the dissolution of an adoption (解除)
            new OpenDissolution(open_dissolution::OpenDissolution) => "/dissolutions" "open_dissolution";
            /// Open the revocation of a registration (撤销)
            new OpenRevocation(open_revocation::OpenRevocation) => "/revocations" "open_revocation";
            /// Open the replacement of a certificate or of a proof of dissolution (补领)
            new OpenReplacement(open_replacement::OpenReplacement) => "/replacements" "open_replacement";
            /// Open the issue of a proof of adoption (出具收养关系证明)
            new OpenProof(open_proof::OpenProof) => "/proofs" "open_proof";
            /// Enter a registration made on paper before (补录)
            new OpenLateEntry(open_late_entry::OpenLateEntry) => "/late-entries" "open_late_entry";
            /// Register the dissolution (解除登记)
            case RegisterDissolution(register_dissolution::RegisterDissolution) => "/:case/dissolution" "register_dissolution";
            /// Decide to revoke the registration (撤销决定)
            case DecideRevocation(decide_revocation::DecideRevocation) => "/:case/revocation" "decide_revocation";
            /// Record what became of the certificate (收缴)
            case TakeInCertificate(take_in_certificate::TakeInCertificate) => "/:case/certificate-return" "take_in_certificate";
            /// Post the decision on the notice board (张贴)
            case PostDecision(post_decision::PostDecision) => "/:case/posting" "post_decision";
            /// Issue the replacement (补发)
            case IssueReplacement(issue_replacement::IssueReplacement) => "/:case/replacement" "issue_replacement";
            /// Issue the proof of adoption (出具收养关系证明)
            case IssueProof(issue_proof::IssueProof) => "/:case/proof" "issue_proof";
            /// Confirm a late entry against the paper volume (补录核对)
            case ConfirmLateEntry(confirm_late_entry::ConfirmLateEntry) => "/:case/late-entry-confirmation" "confirm_late_entry";
            /// Record that a court or another office ended the adoption (法院解除、确认无效，其他登记机关解除)
            case RecordEnd(record_end::RecordEnd) => "/:case/end" "record_end";
            /// Record that every adopter has died, so that the child may be adopted again
            case RecordAdoptersDeath(record_adopters_death::RecordAdoptersDeath) => "/:case/adopters-death" "record_adopters_death";
            /// Plan the assessment, and say who lives in the home (评估方案)
            case PlanAssessment(plan_assessment::PlanAssessment) => "/:case/assessment/plan" "plan_assessment";
            /// Record an interview, a visit or a reading of the assessment, with its evidence
            case RecordAssessmentWork(record_assessment_work::RecordAssessmentWork) => "/:case/assessment/work" "record_assessment_work";
            /// Save one's own sheet of points (评分表)
            case SaveSheet(save_sheet::SaveSheet) => "/:case/assessment/sheet-drafts" "save_sheet";
            /// Send one's own sheet, after which it stays as it is
            case SendSheet(send_sheet::SendSheet) => "/:case/assessment/sheets" "send_sheet";
            /// Say what an item is to count on which the sheets differ
            case SettleDifference(settle_difference::SettleDifference) => "/:case/assessment/settlements" "settle_difference";
            /// Propose a veto (一票否决)
            case ProposeVeto(propose_veto::ProposeVeto) => "/:case/assessment/vetoes" "propose_veto";
            /// Decide on a veto that was proposed
            case DecideVeto(decide_veto::DecideVeto)[number: u32] => "/:case/assessment/vetoes/:number/decision" "decide_veto";
            /// Note what was seen on a day of integration (融合记录)
            case LogIntegration(log_integration::LogIntegration) => "/:case/assessment/integration-log" "log_integration";
            /// Ask the assessors for more, so that the report no longer stands (补充评估)
            case AskSupplement(ask_supplement::AskSupplement) => "/:case/assessment/supplements" "ask_supplement";
            /// Record that an applicant was told the result in words
            case TellResult(tell_result::TellResult) => "/:case/assessment/result" "tell_result";
            /// Record that an applicant asks for a review (复核)
            case RequestReview(request_review::RequestReview) => "/:case/assessment/review-requests" "request_review";
            /// Appoint those who review, who did not assess
            case AppointReviewers(appoint_reviewers::AppointReviewers) => "/:case/assessment/reviewers" "appoint_reviewers";
            /// Decide a review
            case DecideReview(decide_review::DecideReview) => "/:case/assessment/review" "decide_review";
            /// File a photo, a paper or a note of a recording to the evidence it shows (佐证文件)
            case FileEvidence(file_evidence::FileEvidence);
            /// Compare code and seal of the signed report with what was frozen and agreed (核对评估报告)
            case ConfirmReport(confirm_report::ConfirmReport) => "/:case/assessment/report-confirmation" "confirm_report";
            /// Declare a tie to a party, and withdraw from the assessment or its review (申报利害关系)
            case DeclareConflict(declare_conflict::DeclareConflict) => "/:case/assessment/conflicts" "declare_conflict";
            /// Record that a party asks somebody to withdraw who assesses or reviews (申请回避)
            case RequestRecusal(request_recusal::RequestRecusal) => "/:case/assessment/recusal-requests" "request_recusal";
            /// Decide whether somebody withdraws (回避决定)
            case DecideRecusal(decide_recusal::DecideRecusal)[number: u32] => "/:case/assessment/recusal-requests/:number/decision" "decide_recusal";
        }
    };
}

pub(crate) use for_each_act;
