//! The rules that ask for papers: 登记办法 arts. 6 and 7, 规范 art. 13, and what may not be asked.

use crate::base::rule::rules;

rules! {
    /// 收养登记申请书, signed before the registrar.
    APPLICATION_FORM = "SPEC-14.3", Some("SEQ-1"),
        "《中国公民收养子女登记办法》第六条；《收养登记工作规范》（见证签署申请书）",
        "Registration Measures art. 6; Work Specification (witnessed application)", SecondHand,
        "须有当面签署的收养登记申请书", "the signed application form must be filed";
    /// Household register and identity card.
    ADOPTER_IDENTITY = "REG-6.1.1", Some("SEQ-1"),
        "《中国公民收养子女登记办法》第六条第一款第（一）项", "Registration Measures art. 6(1)(1)", Verified,
        "收养人须提交居民户口簿和居民身份证", "an adopter's household register and identity card are needed";
    /// Proof of marital status and ability, and the statement on children.
    ADOPTER_SITUATION = "REG-6.1.2", Some("SEQ-1"),
        "《中国公民收养子女登记办法》第六条第一款第（二）项", "Registration Measures art. 6(1)(2)", Verified,
        "收养人须提交婚姻状况和抚养教育能力证明以及子女情况声明",
        "an adopter's proof of marital status and ability and statement on children are needed";
    /// Health certificate.
    ADOPTER_HEALTH = "REG-6.1.3", Some("SEQ-1"),
        "《中国公民收养子女登记办法》第六条第一款第（三）项", "Registration Measures art. 6(1)(3)", Verified,
        "收养人须提交县级以上医疗机构出具的身体健康检查证明",
        "an adopter's health certificate is needed";
    /// Certificate of births.
    ADOPTER_BIRTHS = "REG-6.2", Some("SEQ-1"),
        "《中国公民收养子女登记办法》第六条第二款", "Registration Measures art. 6(2)", Verified,
        "收养查找不到生父母的儿童，须提交收养人生育情况证明",
        "to adopt a child whose parents cannot be found, a certificate of births is needed";
    /// Joint photo.
    PHOTO = "SPEC-13", Some("SEQ-1"),
        "《收养登记工作规范》（受理条件：合影照片）", "Work Specification (acceptance conditions: photos)", SecondHand,
        "须有收养人与被收养人的合影照片", "a joint photo of adopters and child is needed";
    /// Identity card of the institution's responsible person.
    PLACER_IDENTITY = "REG-7.1.1", Some("SEQ-1"),
        "《中国公民收养子女登记办法》第七条第一款第（一）项", "Registration Measures art. 7(1)(1)", Verified,
        "送养机构须提交其负责人的身份证", "the identity card of the institution's responsible person is needed";
    /// Household register and identity card of the parents who place.
    PARENT_IDENTITY = "REG-7.1.1.parents", Some("SEQ-1"),
        "《中国公民收养子女登记办法》第七条第一款第（一）项", "Registration Measures art. 7(1)(1)", Verified,
        "送养人须提交居民户口簿和居民身份证", "the household register and identity card of each parent who places are needed";
    /// Photo of those who place; an institution is exempt.
    PLACER_PHOTO = "SPEC-13.placer", Some("SEQ-1"),
        "《收养登记工作规范》（受理条件：送养人照片）", "Work Specification (acceptance conditions: photos)", SecondHand,
        "须有送养人的合影或者单人照片", "a photo of those who place is needed";
    /// Statement of special hardship.
    HARDSHIP_STATEMENT = "REG-7.4", Some("SEQ-1"),
        "《中国公民收养子女登记办法》第七条第四款", "Registration Measures art. 7(4)", Verified,
        "生父母为送养人的，须提交有特殊困难的声明",
        "parents who place need to state their special hardship";
    /// Death or disappearance of the spouse.
    SPOUSE_PROOF = "REG-7.4.spouse", Some("SEQ-1"),
        "《中国公民收养子女登记办法》第七条第四款", "Registration Measures art. 7(4)", Verified,
        "因丧偶或者一方下落不明由单方送养的，须提交配偶死亡或者下落不明的证明",
        "one parent alone needs the proof of the spouse's death or disappearance";
    /// The other parent of a stepchild consents.
    OTHER_PARENT_CONSENT = "CC-1103", Some("SEQ-5"),
        "《民法典》第一千一百零三条", "Civil Code art. 1103", Verified,
        "收养继子女须经其生父母同意", "adopting a stepchild needs the consent of its birth parents";
    /// A step-parent shows the marriage.
    STEP_PARENT_MARRIAGE = "REG-6.3", Some("SEQ-1"),
        "《中国公民收养子女登记办法》第六条第三款", "Registration Measures art. 6(3)", Verified,
        "收养继子女的，须提交收养人与被收养人生父或者生母结婚的证明",
        "a step-parent needs the proof of marriage to the child's birth father or mother";
    /// Record of entry and police certificate.
    INSTITUTION_RECORDS = "REG-7.2", Some("SEQ-1"),
        "《中国公民收养子女登记办法》第七条第二款", "Registration Measures art. 7(2)", Verified,
        "社会福利机构须提交儿童入院原始记录和公安机关出具的捡拾报案证明",
        "the institution's record of entry and the police certificate of finding are needed";
    /// Parents' death of an orphan.
    ORPHAN_PROOF = "REG-7.orphan", Some("SEQ-1"),
        "《中国公民收养子女登记办法》第七条第二款、第三款", "Registration Measures art. 7(2), (3)", Verified,
        "送养孤儿，须提交其生父母死亡或者宣告死亡的证明",
        "to place an orphan, the proof of the parents' death or declared death is needed";
    /// Record of entry of any child of an institution.
    ENTRY_RECORD = "REG-7.2.entry", Some("SEQ-1"),
        "《中国公民收养子女登记办法》第七条第二款", "Registration Measures art. 7(2)", Verified,
        "社会福利机构须提交儿童入院原始记录", "the institution's record of entry is needed";
    /// The final certificate of a rescued child.
    RESCUED_CERTIFICATE = "D159-4.certificate", Some("SEQ-1"),
        "民发〔2015〕159号", "Notice 159 of 2015", SecondHand,
        "送养打拐解救儿童，须有公安机关出具的查找不到生父母或者其他监护人的证明",
        "to place a rescued child, the police certificate that no parent or guardian was found is needed";
    /// The agreement for a rescued child.
    RESCUED_AGREEMENT = "D159-5", Some("SEQ-1"),
        "民发〔2015〕159号", "Notice 159 of 2015", SecondHand,
        "收养打拐解救儿童，须签订收养协议", "an adoption agreement must be signed for a rescued child";
    /// A guardian shows that it carries the guardianship.
    GUARDIANSHIP = "REG-7.3", Some("SEQ-1"),
        "《中国公民收养子女登记办法》第七条第三款", "Registration Measures art. 7(3)", Verified,
        "监护人为送养人的，须提交实际承担监护责任的证明",
        "a guardian who places must show that it carries the guardianship";
    /// Police certificate of the finding, brought by the adopter.
    FINDING_REPORT = "REG-6.2.finding", Some("SEQ-1"),
        "《中国公民收养子女登记办法》第六条第二款", "Registration Measures art. 6(2)", Verified,
        "收养非社会福利机构抚养的弃婴、儿童，收养人须提交公安机关出具的捡拾报案证明",
        "to adopt a foundling whom no institution raises, the adopter brings the police certificate of the finding";
    /// A notarisation asked for is done.
    NOTARISED = "CC-1105.4", Some("SEQ-1"),
        "《民法典》第一千一百零五条第四款", "Civil Code art. 1105(4)", Verified,
        "当事人要求办理收养公证的，应当办理收养公证",
        "a notarisation that a party asked for must be done";
    /// Disability certificate.
    DISABILITY = "REG-7.5", Some("SEQ-1"),
        "《中国公民收养子女登记办法》第七条第五款", "Registration Measures art. 7(5)", Verified,
        "送养残疾儿童，须提交县级以上医疗机构出具的残疾证明",
        "for a disabled child, a disability certificate is needed";
    /// One scan is one person's paper.
    ONE_SCAN = "SPEC-15.scan", Some("SEQ-4"),
        "《收养登记工作规范》（分别询问、本人签名）", "Work Specification (each signs a paper of their own)", SecondHand,
        "同一扫描件不能作为两份材料", "one scan cannot stand for two papers";
    /// Nothing beyond the law may be demanded.
    NONE_BEYOND = "SPEC-48", Some("SEQ-1"),
        "《收养登记工作规范》第四十八条", "Work Specification art. 48", Verified,
        "本件不需要此材料", "this case does not need this paper";
}
